import { auth } from "@/server/identity";
import { createWorkspace } from "@/server/onboarding";
import { markVerified } from "./mark-verified";

export type DemoLogin = { email: string; password: string; slug: string };

/** Makes the demo person with a workspace full of samples, through the ordinary verbs. Its password: DEMO_PASSWORD. */
export async function seedDemo(): Promise<DemoLogin> {
  const language = process.env.DEMO_LANGUAGE === "ru" ? "ru" : "en";
  const email = "demo@pult.example";
  const password = process.env.DEMO_PASSWORD ?? "demo-demo";
  const name = language === "ru" ? "Алиса Демидова" : "Alice Demo";
  const { user } = await auth().api.signUpEmail({ body: { email, password, name, language } });
  await markVerified(user.id);
  const { slug } = await createWorkspace(
    { id: user.id, name, email, emailVerified: true, language },
    {
      name: language === "ru" ? "Демо" : "Demo",
      timeZone: language === "ru" ? "Europe/Moscow" : "Europe/Berlin",
      currency: language === "ru" ? "RUB" : "EUR",
      language,
      industry: "b2b_services",
      sampleData: true,
    },
  );
  return { email, password, slug };
}

import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

/** The family of everything printed: Latin, Cyrillic and the signs of currencies, whole files rather than subsets. */
export const family = "Onest";

const weights = [
  { fontWeight: 400, file: "400Regular/Onest_400Regular.ttf" },
  { fontWeight: 600, file: "600SemiBold/Onest_600SemiBold.ttf" },
] as const;

let registered = false;

/** Makes the fonts known to the printer, once a process. They are read from the package beside the app. */
export function registerFonts(): void {
  if (registered) return;
  const folder = join(process.cwd(), "node_modules/@expo-google-fonts/onest");
  Font.register({
    family,
    fonts: weights.map(({ file, fontWeight }) => ({ src: join(folder, file), fontWeight })),
  });
  // Words are not broken: Russian would be broken by English rules.
  Font.registerHyphenationCallback((word) => [word]);
  registered = true;
}

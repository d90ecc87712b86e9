import { auth } from "@/server/identity";

const handler = (request: Request) => auth().handler(request);

export { handler as GET, handler as POST };

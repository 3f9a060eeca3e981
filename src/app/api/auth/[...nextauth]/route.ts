import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/modules/access/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

const door = async (request: NextRequest, context: Context): Promise<Response> => {
  // next-auth reads JSON without a net; its own browser code sends forms only.
  if (request.method === "POST" && !request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) {
    return Response.json({ refusal: { code: "input.invalid" } }, { status: 415 });
  }
  const answer = (await NextAuth(request, context, authOptions())) as Response;
  answer.headers.set("cache-control", "private, no-store");
  return answer;
};

export { door as GET, door as POST };

import { route } from "@/platform/http/route";
import { rulesDoor } from "../resources/rules";

export const dynamic = "force-dynamic";
export const GET = route(rulesDoor);

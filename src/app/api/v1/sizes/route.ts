import { route } from "@/platform/http/route";
import { sizesDoor } from "../resources/sizes";

export const dynamic = "force-dynamic";
export const GET = route(sizesDoor);

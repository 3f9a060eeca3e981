import { route } from "@/platform/http/route";
import { landedCostDoor } from "../resources/landed-cost";

export const dynamic = "force-dynamic";
export const POST = route(landedCostDoor);

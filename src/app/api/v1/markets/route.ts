import { route } from "@/platform/http/route";
import { marketsDoor } from "../resources/markets";

export const dynamic = "force-dynamic";
export const GET = route(marketsDoor);

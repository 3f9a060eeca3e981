import { route } from "@/platform/http/route";
import { searchDoor } from "../resources/search";

export const dynamic = "force-dynamic";
export const GET = route(searchDoor);

import { route } from "@/platform/http/route";
import { listingDoor } from "../../resources/listings";

export const dynamic = "force-dynamic";
export const GET = route(listingDoor);

import { MissingRoom } from "@/modules/merchant/components/missing-room";

const NotFound = () => <MissingRoom />;

export default NotFound;

import { MissingPage } from "@/modules/market/components/fallback-pages";

const NotFound = () => <MissingPage />;

export default NotFound;

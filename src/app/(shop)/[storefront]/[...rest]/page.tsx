import { notFound } from "next/navigation";

// Never kept: whoever invents addresses would fill the store of pages.
export const dynamic = "force-dynamic";

/** Whatever no other door answers is not there, and that is said in the storefront's own frame and language. */
const NowherePage = (): never => notFound();

export default NowherePage;

"use client";
import { FailedPage } from "@/modules/market/components/fallback-pages";

/** What is unexpected is thrown and ends here, with the number under which the log holds it; a shopper sees no stack. */
const Failed = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => <FailedPage id={error.digest ?? ""} again={reset} />;

export default Failed;

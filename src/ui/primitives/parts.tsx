import { Fragment } from "react";

/** A label of parts, "رمادي · 140 × 200 cm": each part keeps its own direction, so that no number changes sides in Arabic. */
export const Parts = ({ text }: { text: string }) => text.split(" · ").map((part, index) => <Fragment key={index}>{index > 0 && " · "}<bdi>{part}</bdi></Fragment>);

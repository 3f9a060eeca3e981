import type { Instant } from "@/kernel/time";
import type { Result } from "@/kernel/result";
import type { Money } from "@/kernel/money";
import type { Shipment } from "./shipment";

export type CarrierRate = { readonly service: string; readonly name: string; readonly price: Money; readonly days: number | null };
export type CarrierLabel = { /** One for each parcel. */ readonly trackingNumbers: readonly string[]; readonly pdf: Uint8Array; /** What the carrier calls the purchase, to cancel it. */ readonly reference: string };
export type TrackingEvent = { readonly at: Instant; readonly state: "label-made" | "on-the-way" | "out-for-delivery" | "delivered" | "returned" | "failed" | "unknown"; readonly place: string | null };

export type CarrierRefusal =
  | { readonly code: "logistics.carrier-unreachable" }
  | { readonly code: "logistics.carrier-refused"; readonly because: string };

/** What every carrier does for us, whoever it is. Labels cost money where a real carrier stands behind: only `label` buys, and `cancel` gives back. */
export type CarrierAdapter = {
  readonly name: string;
  readonly rate: (shipment: Shipment) => Promise<Result<readonly CarrierRate[], CarrierRefusal>>;
  readonly label: (shipment: Shipment, service: string) => Promise<Result<CarrierLabel, CarrierRefusal>>;
  readonly track: (trackingNumber: string) => Promise<Result<readonly TrackingEvent[], CarrierRefusal>>;
  readonly cancel: (reference: string) => Promise<Result<null, CarrierRefusal>>;
};

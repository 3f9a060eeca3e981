import { missingResource } from "../api-error";
import { isWithin, listPage } from "../list-page";
import { createdSupported, listSupported, type DatedListParams, type Route } from "../route";

export const chargeRoutes: readonly Route[] = [
  {
    method: "GET", path: "/v1/charges", supported: [...listSupported, ...createdSupported, "payment_intent", "transfer_group"],
    handle: ({ sandbox, params }) => {
      const wanted = params as DatedListParams & { payment_intent?: string; transfer_group?: string };
      const rows = sandbox.store.all("charges").reverse().filter((one) => isWithin(one.created, wanted.created)
        && (!wanted.payment_intent || one.payment_intent === wanted.payment_intent) && (!wanted.transfer_group || one.transfer_group === wanted.transfer_group));
      return listPage(rows, wanted, "/v1/charges", "charge");
    },
  },
  {
    method: "GET", path: "/v1/charges/{id}", supported: ["expand.*"],
    handle: ({ sandbox, id }) => {
      const charge = sandbox.store.get("charges", id);
      if (!charge) throw missingResource("charge", id);
      return charge;
    },
  },
];

import { missingResource } from "../api-error";
import { isWithin, listPage } from "../list-page";
import { createdSupported, listSupported, type DatedListParams, type Route } from "../route";

export const paymentIntentRoutes: readonly Route[] = [
  {
    method: "GET", path: "/v1/payment_intents", supported: [...listSupported, ...createdSupported],
    handle: ({ sandbox, params }) => {
      const wanted = params as DatedListParams;
      return listPage(sandbox.store.all("intents").reverse().filter((one) => isWithin(one.created, wanted.created)), wanted, "/v1/payment_intents", "payment_intent");
    },
  },
  {
    method: "GET", path: "/v1/payment_intents/{id}", supported: ["expand.*"],
    handle: ({ sandbox, id }) => {
      const intent = sandbox.store.get("intents", id);
      if (!intent) throw missingResource("payment_intent", id);
      return intent;
    },
  },
];

import { missingResource } from "../api-error";
import { presentMovement } from "../balance-movement";
import { isWithin, listPage } from "../list-page";
import { createdSupported, listSupported, type DatedListParams, type Route } from "../route";

export const balanceTransactionRoutes: readonly Route[] = [
  {
    method: "GET", path: "/v1/balance_transactions", supported: [...listSupported, ...createdSupported, "currency", "source", "type"],
    handle: ({ sandbox, params }) => {
      const wanted = params as DatedListParams & { currency?: string; source?: string; type?: string };
      const rows = sandbox.store.all("movements").reverse().filter((one) => isWithin(one.created, wanted.created)
        && (!wanted.currency || one.currency === wanted.currency) && (!wanted.source || one.source === wanted.source) && (!wanted.type || one.type === wanted.type));
      const page = listPage(rows, wanted, "/v1/balance_transactions", "balance_transaction");
      return { ...page, data: page.data.map((one) => presentMovement(sandbox, one)) };
    },
  },
  {
    method: "GET", path: "/v1/balance_transactions/{id}", supported: ["expand.*"],
    handle: ({ sandbox, id }) => {
      const movement = sandbox.store.get("movements", id);
      if (!movement) throw missingResource("balance_transaction", id);
      return presentMovement(sandbox, movement);
    },
  },
];

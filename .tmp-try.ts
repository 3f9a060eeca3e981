import { listShelf } from "@/modules/discovery/shelf-queries";
import { everything, readFilter } from "@/modules/discovery/shelf-filter";
import { findStorefront } from "@/modules/market/queries";
import { closeDatabase } from "@/platform/db";
const s = (await findStorefront("pt-br"))!;
for (const [c,f] of [["all",everything],["aa",readFilter({origin:"ES",min:"100",max:"900",sort:"price-up"},"BRL")],["aa",readFilter({sort:"new",colour:["black","red"],delivery:"direct"},"BRL")]] as const) {
 const t=performance.now(); const r=await listShelf({storefront:s,categoryId:c,filter:f}); console.log((performance.now()-t).toFixed(0),"ms",r.total,r.cards.length,r.next,r.cards.slice(0,3),JSON.stringify(r.facets).slice(0,600));
}
await closeDatabase();

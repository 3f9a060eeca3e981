export { closeDatabase, database, type Tx } from "./db/client";
export { isInTransaction, reader, transaction } from "./db/transaction";

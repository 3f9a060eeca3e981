import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type Stripe from "stripe";

/** What the sandbox remembers of a session beyond what Stripe would show. */
export interface SessionPlan {
  readonly id: string;
  readonly items: readonly Stripe.LineItem[];
  readonly images: readonly (string | null)[];
  readonly intent: Stripe.Checkout.SessionCreateParams.PaymentIntentData;
}

export interface DeliveryAttempt { readonly at: number; readonly status: number | null; readonly problem: string | null }

/** One event on its way to one endpoint. Times are sandbox-clock milliseconds. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly endpoint: string;
  readonly state: "waiting" | "delivered" | "given-up";
  readonly firstAt: number;
  readonly nextAt: number;
  readonly attempts: readonly DeliveryAttempt[];
}

export interface SavedAnswer {
  readonly id: string;
  readonly fingerprint: string;
  readonly savedAt: number;
  readonly status: number;
  readonly body: string;
  readonly requestId: string;
}

interface Tables {
  sessions: Stripe.Checkout.Session;
  plans: SessionPlan;
  intents: Stripe.PaymentIntent;
  charges: Stripe.Charge;
  movements: Stripe.BalanceTransaction;
  refunds: Stripe.Refund;
  events: Stripe.Event;
  endpoints: Stripe.WebhookEndpoint;
  deliveries: Delivery;
  answers: SavedAnswer;
  settings: { readonly id: string; readonly value: number | string };
}
export type TableName = keyof Tables;
export const tableNames: readonly TableName[] =
  ["sessions", "plans", "intents", "charges", "movements", "refunds", "events", "endpoints", "deliveries", "answers", "settings"];

const journalLimit = 64 * 1024 * 1024;
type Change = readonly [TableName, string, unknown];

/**
 * Rows in memory, never changed in place. Each commit is one line appended to a journal before the answer leaves, so a killed process loses nothing that it
 * has answered; the journal is folded into the state file (written aside, then renamed) at start, at stop and when it grows. Rejected: writing the whole
 * state on every request, which makes the thousandth checkout a thousand times dearer than the first.
 */
export class Store {
  private tables = emptyTables();
  private changes: Change[] = [];
  private undo: Change[] = [];
  private journalSize = 0;

  constructor(private readonly file: string | undefined) {
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) for (const [table, rows] of Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<TableName, { id: string }[]>)) {
      for (const row of rows) this.tables[table as TableName]?.set(row.id, row as never);
    }
    if (existsSync(this.journal)) {
      for (const line of readFileSync(this.journal, "utf8").split("\n")) this.replay(line);
      this.fold();
    }
  }

  get<N extends TableName>(table: N, id: string): Tables[N] | undefined {
    return this.tables[table].get(id) as Tables[N] | undefined;
  }

  /** Oldest first. */
  all<N extends TableName>(table: N): Tables[N][] {
    return [...this.tables[table].values()] as Tables[N][];
  }

  count(table: TableName): number {
    return this.tables[table].size;
  }

  put<N extends TableName>(table: N, row: Tables[N]): Tables[N] {
    this.undo.push([table, row.id, this.tables[table].get(row.id) ?? null]);
    this.tables[table].set(row.id, row as never);
    this.changes.push([table, row.id, row]);
    return row;
  }

  drop(table: TableName, id: string): void {
    this.undo.push([table, id, this.tables[table].get(id) ?? null]);
    if (this.tables[table].delete(id)) this.changes.push([table, id, null]);
  }

  /** Makes what was put since the last commit survive a crash, all of it or nothing. */
  commit(): void {
    this.undo = [];
    if (this.changes.length === 0) return;
    if (this.file) {
      const line = `${JSON.stringify(this.changes)}\n`;
      appendFileSync(this.journal, line);
      this.journalSize += line.length;
    }
    this.changes = [];
    if (this.journalSize > journalLimit) this.fold();
  }

  /** Forgets what was put since the last commit: a refused request changes nothing. */
  rollback(): void {
    this.apply(this.undo.reverse());
    this.undo = [];
    this.changes = [];
  }

  reset(): void {
    this.tables = emptyTables();
    this.changes = [];
    this.undo = [];
    if (this.file) this.fold();
  }

  /** One readable state file, no journal. */
  fold(): void {
    if (!this.file) return;
    const aside = `${this.file}.${process.pid}.new`;
    writeFileSync(aside, JSON.stringify(Object.fromEntries(tableNames.map((name) => [name, this.all(name)]))));
    renameSync(aside, this.file);
    rmSync(this.journal, { force: true });
    this.journalSize = 0;
    this.changes = [];
  }

  size(): { state: number; journal: number } {
    const bytes = (path: string) => (existsSync(path) ? statSync(path).size : 0);
    return this.file ? { state: bytes(this.file), journal: bytes(this.journal) } : { state: 0, journal: 0 };
  }

  private get journal(): string {
    return `${this.file}.journal`;
  }

  /** A last line that was cut off by a crash belongs to a request that was never answered. */
  private replay(line: string): void {
    let changes: Change[];
    try { changes = JSON.parse(line) as Change[]; } catch { return; }
    this.apply(changes);
  }

  private apply(changes: readonly Change[]): void {
    for (const [table, id, row] of changes) {
      if (row === null) this.tables[table]?.delete(id);
      else this.tables[table]?.set(id, row as never);
    }
  }
}

const emptyTables = (): Record<TableName, Map<string, never>> =>
  Object.fromEntries(tableNames.map((name) => [name, new Map<string, never>()])) as Record<TableName, Map<string, never>>;

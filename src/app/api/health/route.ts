import { readHealth } from "@/platform/health";

export const dynamic = "force-dynamic";

/**
 * For load balancers and watchers. Without its database the shop serves nobody: 503. Without a worker it still sells, only letters and payment news
 * wait: it stays in rotation, and says so.
 */
export const GET = async (): Promise<Response> => {
  const health = await readHealth();
  const status = health.database === "down" ? "down" : health.queue === "down" ? "degraded" : "up";
  return Response.json({ status, ...health }, { status: status === "down" ? 503 : 200, headers: { "cache-control": "no-store" } });
};

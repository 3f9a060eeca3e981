import type Stripe from "stripe";
import { invalidRequest, missingResource } from "../api-error";
import { listPage, type ListParams } from "../list-page";
import { mergeMetadata } from "../metadata";
import { listSupported, type Call, type Route } from "../route";
import { newId, secondsNow, type Sandbox } from "../sandbox";

const mostEndpoints = 16;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Shown only in the answer to its creation. */
const withoutSecret = ({ secret: _secret, ...endpoint }: Stripe.WebhookEndpoint): Stripe.WebhookEndpoint => endpoint as Stripe.WebhookEndpoint;

/** Play money must not knock at strangers' doors: the sandbox sends to its own machine only. */
export const checkWebhookUrl = (address: string): void => {
  if (!URL.canParse(address)) throw invalidRequest("Invalid URL: an explicit scheme (such as https) must be provided.", "url_invalid", "url");
  if (!loopback.has(new URL(address).hostname)) throw invalidRequest("This sandbox sends webhooks to loopback addresses only.", "sandbox_unsupported", "url");
};

/** The endpoint that the environment names: made once, and its secret follows the environment at each start. */
export const keepConfiguredEndpoint = (sandbox: Sandbox): void => {
  const { webhook } = sandbox.settings;
  const id = "we_configuredByEnvironment0";
  if (!webhook) {
    sandbox.store.drop("endpoints", id);
    return;
  }
  checkWebhookUrl(webhook.url);
  const known = sandbox.store.get("endpoints", id);
  sandbox.store.put("endpoints", {
    id, object: "webhook_endpoint", api_version: sandbox.api.apiVersion, application: null, created: known?.created ?? secondsNow(sandbox),
    description: "From SANDBOX_WEBHOOK_URL", enabled_events: [...(webhook.events ?? ["*"])], livemode: false, metadata: {}, secret: webhook.secret, status: "enabled", url: webhook.url,
  });
};

const get = ({ sandbox, id }: Call): Stripe.WebhookEndpoint => {
  const endpoint = sandbox.store.get("endpoints", id);
  if (!endpoint) throw missingResource("webhook endpoint", id);
  return endpoint;
};

export const webhookEndpointRoutes: readonly Route[] = [
  {
    method: "POST", path: "/v1/webhook_endpoints", supported: ["url", "enabled_events.*", "api_version", "description", "metadata.**", "expand.*"],
    handle: ({ sandbox, params }) => {
      const wanted = params as Stripe.WebhookEndpointCreateParams;
      checkWebhookUrl(wanted.url);
      if (wanted.api_version && wanted.api_version !== sandbox.api.apiVersion) {
        throw invalidRequest(`This sandbox speaks ${sandbox.api.apiVersion} only.`, "sandbox_unsupported", "api_version");
      }
      if (wanted.enabled_events.length === 0) throw invalidRequest("Missing required param: enabled_events.", "parameter_missing", "enabled_events");
      if (sandbox.store.count("endpoints") >= mostEndpoints) throw invalidRequest(`You have reached the maximum of ${mostEndpoints} test webhook endpoints.`);
      return sandbox.store.put("endpoints", {
        id: newId("we"), object: "webhook_endpoint", api_version: wanted.api_version ?? null, application: null, created: secondsNow(sandbox),
        description: wanted.description || null, enabled_events: [...wanted.enabled_events], livemode: false, metadata: mergeMetadata({}, wanted.metadata),
        secret: newId("whsec", 32), status: "enabled", url: wanted.url,
      });
    },
  },
  {
    method: "GET", path: "/v1/webhook_endpoints", supported: listSupported,
    handle: ({ sandbox, params }) => listPage(sandbox.store.all("endpoints").reverse().map(withoutSecret), params as ListParams, "/v1/webhook_endpoints", "webhook endpoint"),
  },
  { method: "GET", path: "/v1/webhook_endpoints/{id}", supported: ["expand.*"], handle: (call) => withoutSecret(get(call)) },
  {
    method: "DELETE", path: "/v1/webhook_endpoints/{id}", supported: [],
    handle: (call) => {
      const { id } = get(call);
      call.sandbox.store.drop("endpoints", id);
      return { id, object: "webhook_endpoint", deleted: true };
    },
  },
];

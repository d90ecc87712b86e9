export { attemptDelivery } from "./attempt-delivery";
export { createEndpoint } from "./create-endpoint";
export { type Due, fanOut } from "./fan-out";
export { forgetDeliveries, getDelivery, listDeliveries } from "./list-deliveries";
export { endpointSecret, listEndpoints } from "./list-endpoints";
export { publicEvents } from "./public-events";
export { pingEndpoint, replayDelivery, replaySince } from "./queue-delivery";
export { removeEndpoint } from "./remove-endpoint";
export { updateEndpoint } from "./update-endpoint";

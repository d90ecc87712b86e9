export { isAllowedAddress } from "./addresses";
export { callHttp, type HttpAnswer, type HttpRequest } from "./call";

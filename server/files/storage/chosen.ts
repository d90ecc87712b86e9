import { join, resolve } from "node:path";
import { diskStorage } from "./disk";
import { s3Storage } from "./s3";
import type { FileStorage } from "./storage";

/** The folder of files, and of uploads that are under way: `DATA_DIR/files`. */
export function filesFolder(): string {
  return join(resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || ".data"), "files");
}

/** Where uploads lie until they are whole: beside the files, so that keeping one is a change of name. */
export function incomingFolder(): string {
  return join(filesFolder(), "incoming");
}

/** A bucket when S3_BUCKET and its keys are set, else the folder. @throws when the settings are incomplete */
export function fileStorage(): FileStorage {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = process.env;
  if (!S3_BUCKET) return diskStorage(filesFolder());
  if (!S3_ENDPOINT || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new Error("S3_BUCKET needs S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY");
  return s3Storage({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION || "us-east-1",
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}

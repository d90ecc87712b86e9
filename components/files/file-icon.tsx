import {
  FileArchive,
  FileAudio,
  File as FilePlain,
  FileSpreadsheet,
  FileText,
  FileVideo,
  Image as Picture,
} from "lucide-react";
import type { ReactNode } from "react";

const kinds: [RegExp, ReactNode][] = [
  [/\.(png|jpe?g|gif|webp|heic|svg|bmp|tiff?)$/i, <Picture key="picture" />],
  [/\.(xlsx?|ods|csv|tsv)$/i, <FileSpreadsheet key="sheet" />],
  [/\.(pdf|docx?|odt|rtf|txt|md|pptx?)$/i, <FileText key="text" />],
  [/\.(zip|rar|7z|tar|gz)$/i, <FileArchive key="archive" />],
  [/\.(mp3|wav|ogg|m4a|flac)$/i, <FileAudio key="audio" />],
  [/\.(mp4|mov|avi|mkv|webm)$/i, <FileVideo key="video" />],
];

/** A picture of what a file's name promises. */
export function FileIcon({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-8 shrink-0 place-items-center rounded-md bg-ink/6 text-ink-muted [&_svg]:size-4"
    >
      {kinds.find(([ending]) => ending.test(name))?.[1] ?? <FilePlain />}
    </span>
  );
}

/** Opens the browser's own window for choosing files. */
export function pickFiles({ multiple }: { multiple: boolean }, onPicked: (files: File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = multiple;
  input.onchange = () => onPicked([...(input.files ?? [])]);
  input.click();
}

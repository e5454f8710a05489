import { expect, test } from "vitest";
import { PASSWORD } from "../mock/shell";
import { shell } from "../mock/unit";

test("codes that arrive after the sheet closed are put away again", async () => {
  const mocked = shell();
  const { codes } = await import("./codes.svelte");
  const { RecoveryCodes } = await import("./recovery-codes.svelte");
  await codes.refresh();
  const [row] = codes.rows;
  if (row === undefined) throw new Error("no account");
  const recovery = new RecoveryCodes(row);
  const opening = recovery.open(PASSWORD);
  recovery.close();
  await opening;
  expect(recovery.view).toBe(null);
  expect(mocked.calls.at(-1)).toBe("close_recovery_codes");
});

test("a sheet that closes late leaves the next one open", async () => {
  shell();
  const { codes } = await import("./codes.svelte");
  const { RecoveryCodes } = await import("./recovery-codes.svelte");
  await codes.refresh();
  const [row] = codes.rows;
  if (row === undefined) throw new Error("no account");
  const [first, second] = [new RecoveryCodes(row), new RecoveryCodes(row)];
  await first.open(PASSWORD);
  await second.open(PASSWORD);
  first.close();
  await expect(second.find("1234-5678")).resolves.toMatchObject({
    codes: [{ text: "1234-5678" }],
  });
});

test("what the clipboard refused is read again: it is ticked off", async () => {
  const mocked = shell();
  const { codes } = await import("./codes.svelte");
  const { RecoveryCodes } = await import("./recovery-codes.svelte");
  await codes.refresh();
  const [row] = codes.rows;
  if (row === undefined) throw new Error("no account");
  const recovery = new RecoveryCodes(row);
  await recovery.open(PASSWORD);
  mocked.failures["copy_recovery_code"] = {
    id: "desktop-clipboard-busy",
    params: {},
  };
  await expect(recovery.copy(0)).rejects.toMatchObject({
    id: "desktop-clipboard-busy",
  });
  const calls = mocked.calls.slice(mocked.calls.indexOf("copy_recovery_code"));
  expect(calls).toEqual(["copy_recovery_code", "recovery_codes", "list"]);
});

/**
 * Requests to the simulator and to devices: JSON there and back, refusals as errors.
 */

/** A request that was refused: `status` and `error` say what a program needs to know. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {Record<string, any>} answer
   */
  constructor(status, answer) {
    const hint = answer.hint ? ` ${answer.hint}` : "";
    const rule = answer.rule ? ` (${answer.rule})` : "";
    super(`${answer.message ?? `HTTP ${status}`}${hint}${rule}`);
    this.name = "Refused";
    this.status = status;
    this.error = answer.error ?? "";
    this.answer = answer;
  }
}

/** One server and its token. */
export class Api {
  /**
   * @param {string} base
   * @param {string} token
   */
  constructor(base, token) {
    this.base = base.replace(/\/+$/, "");
    this.token = token;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body] JSON, or bytes of a picture
   */
  async send(method, path, body) {
    const isPicture = body instanceof Uint8Array;
    const headers = { authorization: `Bearer ${this.token}` };
    if (body !== undefined) {
      headers["content-type"] = isPicture ? "image/png" : "application/json";
    }
    const response = await fetch(this.base + path, {
      method,
      headers,
      body: isPicture || body === undefined ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = text ? parsed(text) : undefined;
    if (!response.ok) {
      throw new Refused(response.status, answer ?? {});
    }
    return answer;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 200) };
  }
}

/** HTML that is safe to print. Only `markup` and `trusted` make it, and `markup` escapes what it is given. */
export interface Markup {
  readonly text: string;
}

export type Content = string | number | Markup | ReadonlyArray<Markup> | null;

/** A template whose values are escaped; markup inside it stays, a list is joined, null is nothing. */
export const markup = (parts: TemplateStringsArray, ...values: ReadonlyArray<Content>): Markup =>
  trusted(parts.map((part, at) => part + written(values[at] ?? null)).join(''));

/** For text of our own: style, scripts. Never for anything out of the document. */
export const trusted = (text: string): Markup => ({ text });

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** JSON that may stand inside a script element. */
export const scriptJson = (value: unknown): Markup =>
  trusted(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, unicodeEscape));

/** A figure with a true minus sign. */
export const figure = (text: string): Markup => trusted(escaped(text).replace(/^-(?=[$\d])/, '−'));

/** A figure that says by its class, besides its sign, whether money was made or lost. */
export const signedFigure = (amount: number, text: string): Markup =>
  markup`<span class="${amount < 0 ? 'loss' : amount > 0 ? 'gain' : 'flat'}">${figure(text)}</span>`;

/** A horizontal bar for a share between 0 and 1; the number stands beside it in text. */
export const bar = (share: number, kind: 'whole' | 'part' = 'whole'): Markup =>
  markup`<span class="bar ${kind}" aria-hidden="true"><i style="width:${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%"></i></span>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const unicodeEscape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

const written = (value: Content): string => {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'text' in value ? value.text : value.map(({ text }) => text).join('');
};

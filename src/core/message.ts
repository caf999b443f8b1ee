import type { Severity } from './severity.ts';

/** A text with `{placeholders}`; it may carry a severity of its own. */
export type Message = string | { readonly text: string; readonly severity: Severity };
export type Messages = Readonly<Record<string, Message>>;
export type MessageData = Readonly<Record<string, string | number>>;

type TextOf<M extends Message> = M extends { readonly text: infer Text } ? Text : M;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** The data a message needs: `'{volume} lives {seconds} s'` needs `volume` and `seconds`. */
export type DataOf<M extends Message> = { readonly [Name in Placeholders<TextOf<M>>]: string | number };

/** No further argument for a message without placeholders, else its data. */
export type DataArguments<M extends Message> = [Placeholders<TextOf<M>>] extends [never] ? [] : [data: DataOf<M>];

/** The text of a message without its data. */
export function messageText(message: Message): string {
  return typeof message === 'string' ? message : message.text;
}

/** Fills the placeholders. One that has no data stays as it is, so that a fault shows. */
export function fillMessage(message: Message, data: MessageData): string {
  const text = messageText(message);
  if (!text.includes('{')) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(data, name) ? String(data[name]) : whole));
}

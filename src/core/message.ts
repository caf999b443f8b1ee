import { remembered } from './remembered.ts';
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
  const pieces = piecesOf(messageText(message));
  if (pieces.length === 1) return messageText(message);
  return pieces.map((piece, index) => (index % 2 === 0 ? piece : placeholderText(piece, data))).join('');
}

function placeholderText(name: string, data: MessageData): string {
  return Object.hasOwn(data, name) ? String(data[name]) : `{${name}}`;
}

/** What stands between the placeholders of a text, and their names, in turn. Checks say the same few texts many times. */
const piecesOf = remembered((text) => text.split(/\{(\w+)\}/));

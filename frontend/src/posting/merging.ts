/** Bringing together what two people wrote at once, place by place; pure. */
import { type BodyField, type Content, type Field, same, type Text } from "./content";

/**
 * Where a posting says something: a field of its own (`language` null), a field of its text in another language, or
 * that whole text (`field` null) where one of the two has it no more.
 */
export interface Place {
  language: string | null;
  field: Exclude<Field, "translations"> | null;
}

export interface Merged {
  content: Content;
  /** The places that both changed differently; there `mine` stands until somebody decides. */
  both: Place[];
}

/** What a place says; undefined where there is no such text. */
export function at(content: Content, place: Place): unknown {
  if (place.language === null) return place.field === null ? undefined : content[place.field];
  const text = textOf(content, place.language);
  return place.field === null ? text : text?.[place.field as keyof Text];
}

/** The content with another thing said at a place; a whole text that is undefined is taken away. */
export function withAt(content: Content, place: Place, value: unknown): Content {
  const { language, field } = place;
  if (language === null) return field === null ? content : { ...content, [field]: value };
  const known = textOf(content, language);
  const text = field === null ? (value as Text | undefined) : { language, title: "", ...known, [field]: value };
  const others = content.translations.filter((one) => one.language !== language);
  if (!text) return { ...content, translations: others };
  if (!known) return { ...content, translations: [...others, text] };
  return { ...content, translations: content.translations.map((one) => (one === known ? text : one)) };
}

/** Somebody else saved `theirs` since both began with `base`: the content with the changes of both. */
export function merge(base: Content, mine: Content, theirs: Content): Merged {
  const both: Place[] = [];
  let content = theirs;
  for (const place of placesOf(base, mine, theirs)) {
    const [before, own, other] = [at(base, place), at(mine, place), at(theirs, place)];
    if (same(before, own)) continue;
    content = withAt(content, place, own);
    if (!same(before, other) && !same(own, other)) both.push(place);
  }
  return { content, both };
}

/** What is left to decide after a decision: what both began with, and one's own content, as if the place were agreed. */
export function decided(base: Content, mine: Content, theirs: Content, place: Place, keepMine: boolean): [Content, Content] {
  const other = at(theirs, place);
  return [withAt(base, place, other), keepMine ? mine : withAt(mine, place, other)];
}

const textOf = (content: Content, language: string): Text | undefined =>
  content.translations.find((text) => text.language === language);

function placesOf(...versions: [Content, Content, Content]): Place[] {
  const [, mine, theirs] = versions;
  const own = distinct(versions.flatMap((one) => Object.keys(one) as Field[]));
  const places = own.filter((field) => field !== "translations").map((field): Place => ({ language: null, field }));
  const languages = distinct(versions.flatMap((one) => one.translations.map((text) => text.language)));
  return [...places, ...languages.flatMap((language) => placesIn(language, textOf(mine, language), textOf(theirs, language)))];
}

function placesIn(language: string, mine: Text | undefined, theirs: Text | undefined): Place[] {
  if (!mine || !theirs) return [{ language, field: null }];
  const names = distinct([...Object.keys(mine), ...Object.keys(theirs)]) as ("language" | "title" | BodyField)[];
  return names.filter((field) => field !== "language").map((field) => ({ language, field }));
}

const distinct = <T>(items: T[]): T[] => [...new Set(items)];

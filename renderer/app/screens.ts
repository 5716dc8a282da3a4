import type { ComponentType } from 'react';
import type { MessageId } from '#renderer/i18n/messages.ts';
import type { Permission } from '#shared/contract/catalogue.ts';

/** One screen of the desk: where it lies, what it is called, who may see it, and how to load it. */
export type Screen = {
  /** Path pattern of the router, e.g. `/register/persons` or `/register/persons/$id`. */
  readonly path: string;
  readonly title: MessageId;
  /** The part of its group it stands under in the second level; screens of one area stand together. Absent in a group that is short. */
  readonly area?: MessageId;
  /** Absent: whoever is signed in. */
  readonly permission?: Permission;
  /** Shown in the second level of the rail; a sheet that is reached from a list is not. */
  readonly inNavigation: boolean;
  /** Locale key prefix of this screen's help page: `help.<id>.title`, `help.<id>.body`. */
  readonly help: string;
  /** First part of the keys under which drafts of this screen's records are kept, e.g. `person`; the screen opens them again. */
  readonly drafts?: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
};

/** The screens of one area of a module, for its group. */
export const inArea = (area: MessageId, screens: readonly Screen[]): readonly Screen[] => screens.map((screen) => ({ ...screen, area }));

/** An entry of the left rail. A module brings its own; the frame knows none of them by name. */
export type ScreenGroup = {
  readonly id: string;
  readonly title: MessageId;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Shown at the foot of the rail, apart from the daily work. */
  readonly isBelow?: boolean;
  readonly screens: readonly Screen[];
};

/** A command of the desk: listed in the palette, in the keyboard sheet and, with `menu`, in the native menu. */
export type DeskCommand = {
  readonly id: string;
  readonly title: MessageId;
  /** Electron accelerator, e.g. `CmdOrCtrl+N`; shown everywhere in the reader's form. */
  readonly accelerator?: string;
  /** In a text field the keys mean something else, and the command is not given there. */
  readonly outsideText?: boolean;
  readonly permission?: Permission;
  readonly run: () => void;
};

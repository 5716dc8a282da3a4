export declare const root: string;
export declare const cache: string;
export declare const wantedNode: readonly [number, number];
export declare const isLinuxX64: boolean;
export declare const isRoot: boolean;
export declare const lacksDisplay: boolean;
export declare function makeInPlace(target: string, make: (workshop: string) => string | undefined): void;

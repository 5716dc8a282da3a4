export declare function deliveredLicences(): { readonly name: string; readonly licence: string; readonly isAccepted: boolean }[];

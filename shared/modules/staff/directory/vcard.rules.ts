const escaped = (text: string): string => text.replaceAll(/([\\,;])/g, '\\$1').replaceAll('\n', '\\n');

/** A contact card in the form every phone reads (vCard 3.0, RFC 2426): name, duty, station and the published work number, nothing private. */
export function vCardOf({ name, duty, phone, organisation }: { readonly name: string; readonly duty: string; readonly phone: string; readonly organisation: string }): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', `N:${escaped(name)};;;;`, `FN:${escaped(name)}`, ...(organisation === '' ? [] : [`ORG:${escaped(organisation)}`]), ...(duty === '' ? [] : [`TITLE:${escaped(duty)}`]), `TEL;TYPE=WORK,VOICE:${phone}`, 'END:VCARD'].join('\r\n');
}

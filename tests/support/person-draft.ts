/** A person with nothing but a name, as the form begins. */
export const personDraft = (values: Record<string, unknown> = {}) => ({
  name: '贾涛一', formerName: '', reading: '', sex: '0', birthOn: null, idType: '', idNumber: '', ethnic: '', nativePlace: '', marital: '', political: '', education: '', occupation: '', workplace: '', phone: '',
  category: 'registered', registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: null, gridId: null, householdId: null, relationToHead: '', dwellingId: null, note: '', ...values,
});

/** Dagen die voorbij zijn, zijn niet meer toe te wijzen: een bericht noemt wat op of na de dag van versturen geldt (OP087). */
import { type Datum, inWoorden } from '#core/base/datum.ts'

export const isVoorbij = ({ tot }: { readonly tot?: string | null | undefined }, vandaag: Datum): boolean =>
  tot !== null && tot !== undefined && tot < vandaag

/** Waarom toewijzen niet meer kan, en wat dan wel. */
export const waaromVoorbij = 'Een bericht aan een aanbieder noemt alleen hulp die op of na de dag van versturen geldt (OP087).'
export const watBijVoorbij =
  'Loopt de hulp door, stel dan een nieuwe indicatie vast. Is er in die dagen toch hulp gegeven, bespreek de betaling dan met de aanbieder.'

export const voorbijzin = (tot: Datum): string => `De dagen tot en met ${inWoorden(tot)} zijn voorbij en niet meer toe te wijzen.`

/** Hoe lang te wachten tot de volgende poging: eerst kort, steeds langer, tot een uur; en wanneer het aan een mens is. */

const LANGSTE_S = 3600

/** Seconden na de n-de mislukte poging. */
const wachttijd = (poging: number, eerste: number): number => Math.min(eerste * 2 ** Math.min(poging - 1, 20), Math.max(eerste, LANGSTE_S))

/** Wanneer het weer mag na zoveel pogingen; null als er al `opgevenUren` op gewacht is. */
export function volgendePoging(pogingen: number, { herhaal, opgeven }: { herhaal: number; opgeven: number }, nu: Date): Date | null {
  let gewacht = 0
  for (let n = 1; n < pogingen; n++) gewacht += wachttijd(n, herhaal)
  return gewacht >= opgeven * 3600 ? null : new Date(nu.getTime() + wachttijd(pogingen, herhaal) * 1000)
}

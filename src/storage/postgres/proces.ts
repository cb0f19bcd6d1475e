/** Leeft een proces met dit nummer, van wie dan ook? */
export function leeft(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (f) {
    return (f as NodeJS.ErrnoException).code === 'EPERM'
  }
}

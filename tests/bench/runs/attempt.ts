/** A run that fails is told and left out: the others still say something. */
export async function attempt<Found>(what: string, act: () => Promise<Found>): Promise<Found | null> {
  try {
    return await act();
  } catch (error) {
    console.error(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

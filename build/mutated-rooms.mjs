/** The rooms of the engine that decide what is "fixed": their tests have to notice every change. */
export const allRooms = ['preconditions', 'planning', 'pip', 'repair', 'verification'];

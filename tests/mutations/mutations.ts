/** A fault put into the sources: `from` stands once in `file`, and with `to` in its place the named test must fail. */
export type Mutation = { name: string; file: string; from: string; to: string; test: string; title: string };

/** One for each check that security stands on. Add a mutation with each check you add, and the test that finds it. */
export const mutations: readonly Mutation[] = [
  {
    name: 'anybody may use the commands of those who lead',
    file: 'src/gathering/decide.ts',
    from: "if (!command.who.includes(by.role)) return refuse('not-yours-to-do');",
    to: '',
    test: 'tests/roles.test.ts',
    title: 'lets '
  },
  {
    name: 'anybody may take back a step',
    file: 'src/gathering/decide.ts',
    from: "if (across) return isLead(by.role) ? across(ledger, say, facts, rules) : refuse('not-yours-to-do');",
    to: 'if (across) return across(ledger, say, facts, rules);',
    test: 'tests/roles.test.ts',
    title: 'undo and copying a block are for those who lead'
  },
  {
    name: 'somebody may speak with the device of another',
    file: 'src/gathering/decide-batch.ts',
    from: "if (heard && heard.person !== by.person) return refuse('not-your-device');",
    to: '',
    test: 'src/gathering/host.test.ts',
    title: 'does not let one person speak with the device of another'
  },
  {
    name: 'a token opens every gathering',
    file: 'server/access/passes.ts',
    from: 'return found?.gathering === gathering ? found : null;',
    to: 'return found;',
    test: 'server/access/passes.test.ts',
    title: 'a token in the cookie of another gathering opens neither'
  },
  {
    name: 'a link opens a phone',
    file: 'server/access/passes.ts',
    from: "return own?.role === 'participant' ? own : null;",
    to: 'return own;',
    test: 'server/access/passes.test.ts',
    title: 'the token of a link opens no phone'
  },
  {
    name: 'a phone opens the console',
    file: 'server/access/passes.ts',
    from: "if (!best || best.role === 'participant') return null;",
    to: 'if (!best) return null;',
    test: 'server/access/passes.test.ts',
    title: 'the token of a phone opens the phone and nothing else'
  },
  {
    name: 'who leads may act from a board',
    file: 'server/access/passes.ts',
    from: "if (surface === 'board') return { ...best, role: 'viewer' };",
    to: "if (surface === 'board') return best;",
    test: 'server/access/passes.test.ts',
    title: 'who convened leads'
  },
  {
    name: 'a photo goes to whoever knows its name',
    file: 'server/gatherings/photo-access.ts',
    from: 'const sees = channelsOf(ledger, rules, surface, person).some((name) => photosNamed(ledger, name, rules).has(ref));',
    to: 'const sees = Boolean(photosNamed && channelsOf(ledger, rules, surface, person));',
    test: 'tests/photos.test.ts',
    title: 'WC31 a photo on the table reaches whoever has a view that names it'
  },
  {
    name: 'what is prepared is on every phone',
    file: 'src/gathering/view-of.ts',
    from: "return channel === 'console' ? blocks : blocks.filter((activity) => activity === gathering.now);",
    to: 'return blocks;',
    test: 'src/gathering/view-of.test.ts',
    title: 'what is prepared is on no phone and on no wall'
  },
  {
    name: 'a page elsewhere may use the cookies of whoever visits it',
    file: 'server/access/origins.ts',
    from: 'if (seen === expected) return true;',
    to: 'return true;',
    test: 'server/live/live.test.ts',
    title: 'a page elsewhere cannot use the cookie of whoever visits it'
  },
  {
    name: 'the live line asks no page where it comes from',
    file: 'server/live/live.ts',
    from: 'decide(null, handshake.headers.origin === undefined || ports.fromHere(handshake))',
    to: 'decide(null, true)',
    test: 'server/live/live.test.ts',
    title: 'a page elsewhere cannot use the cookie of whoever visits it'
  },
  {
    name: 'a gathering may be entered with any token',
    file: 'server/live/live.ts',
    from: 'if (isRefusal(identity)) return void (socket.data.refused = identity);',
    to: '',
    test: 'server/live/live.test.ts',
    title: 'without a token, and with the token of another gathering, nobody comes in'
  },
  {
    name: 'what is placed in the dark is on the wall',
    file: 'src/methods/spectrogram/views/picture.ts',
    from: 'if (!isRevealed(statement)) return null;',
    to: '',
    test: 'src/methods/spectrogram/views.test.ts',
    title: 'SP7 before the reveal no view holds a place'
  },
  {
    name: 'phones get the shape of a room in the dark',
    file: 'src/methods/spectrogram/views/all.ts',
    from: 'shape: now && isRevealed(now) ? shape(currentPlacements(now)) : null,',
    to: 'shape: now ? shape(currentPlacements(now)) : null,',
    test: 'src/methods/spectrogram/views.test.ts',
    title: 'SP7 before the reveal phones get no shape'
  },
  {
    name: 'at L1 the console is told whose dot is whose',
    file: 'src/methods/spectrogram/views/console.ts',
    from: 'now && isRevealed(now) && showsPeople(state)',
    to: 'now && isRevealed(now)',
    test: 'src/methods/spectrogram/anonymity/exposure.test.ts',
    title: 'SP25 at L1 those who lead see who acted, and the dots, and nothing that joins them'
  },
  {
    name: 'at L1 a name is told beside the dot that appears',
    file: 'src/methods/spectrogram/anonymity/who-acted.ts',
    from: "return !round.revealed || showsPeople(state) || via === 'helper' ? via : null;",
    to: 'return round && state ? via : null;',
    test: 'src/methods/spectrogram/anonymity/who-acted.test.ts',
    title: 'SP25 in sight the console is told how many acted, and no name beside a new dot'
  },
  {
    name: 'what people were told about who sees it can be taken back',
    file: 'src/methods/spectrogram/anonymity/exposure.ts',
    from: "to === 'L0' && wasUsed(state) ? no('too-late-for-anonymous') : null",
    to: 'null',
    test: 'src/methods/spectrogram/anonymity/exposure.test.ts',
    title: 'SP24 what is kept with people cannot become anonymous afterwards'
  },
  {
    name: 'rules may be played without asking what they tell',
    file: 'src/contract/testing/given.ts',
    from: 'if (breach !== undefined) throw new Error(`${names}: ${breach}`);',
    to: '',
    test: 'src/contract/testing/secrets.test.ts',
    title: 'a view that shows too early is found'
  },
  {
    name: 'the simulation does not ask what is hidden',
    file: 'tests/simulation/invariants.ts',
    from: 'leaks(method, state, gathering, channelsOf(method, state, people))',
    to: 'leaks(method, state, gathering, [])',
    test: 'tests/simulation/simulation.test.ts',
    title: 'finds a view of fishbowl that tells a wall the whole state'
  },
  {
    name: 'an account deletes the gathering of another',
    file: 'server/gatherings/gatherings.ts',
    from: "if ((await catalogue.seek(gathering))?.owner !== account.id) return refuse('not-yours-to-do');",
    to: '',
    test: 'server/gatherings/deleted-gatherings.test.ts',
    title: 'everybody who is connected is told'
  },
  {
    name: 'a node that has not heard of it writes into a gathering that was deleted',
    file: 'server/log/memory/memory.ts',
    from: 'refuseEmpty(batch);\n    refuseEnded(stream);',
    to: 'refuseEmpty(batch);',
    test: 'tests/stores/memory.test.ts',
    title: 'CO9 takes nothing more'
  },
  {
    name: 'an open gathering goes on a day that was meant for a closed one',
    file: 'server/commons/catalogue.ts',
    from: '!open && (keptUntil ?? at) <= at',
    to: '(keptUntil ?? at) <= at',
    test: 'server/gatherings/retention.test.ts',
    title: 'CO10 a running server looks again and again'
  }
];

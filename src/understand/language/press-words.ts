/**
 * More words of the class of soft-en.ts, those in which journalists, analysts and officials wrap a question: who
 * insists on what, which counts circulate, what is raised, hosted or lumped together. Left over, they do not stop the
 * answer, which says that they were not used. What soft-en.ts leaves out is left out here.
 */
export const PRESS_WORDS: readonly string[] = [
  // Verbs of reporting, reckoning and arguing
  `insist insists insisted insisting disagree disagrees disagreed disagreeing circulate circulates circulated
  circulating contradict contradicts contradicted contradicting corroborate corroborates corroborated
  corroborating misremember misremembered misremembering recollect recollects recollected recollecting opine
  opines opined opining editorialise editorialised editorialize editorialized confirm confirms confirming
  confirmation confirmations prepare prepares prepared preparation preparations prep prepped prepping study
  studies studied studying edit edits edited editing proofread proofreading examined forward forwarded
  forwarding forwards tag tagged tagging assume assumes assumed assuming assumption assumptions presume
  presumes presumed presuming presumption figured figuring memorise memorised memorising memorize memorized
  memorizing calculate calculates calculated calculating calculation calculations compute computes computed
  observe observes observed observing observation observations discover discovers discovered discovering
  recognise recognises recognising recognize recognizes recognizing investigate investigates investigated
  investigating dissect dissects dissected dissecting crosscheck crosschecked crosschecking doublecheck
  doublechecked doublechecking factcheck factchecked factchecking authenticate authenticated authenticating
  disprove disproved disproving overhear overheard overhearing eavesdrop chitchat mull mulled mulling
  reexplain epitomise epitomised epitomize epitomized reckoner contextualise contextualised contextualising
  contextualize contextualized contextualizing narrate narrates narrated narrating chronicle chronicles
  chronicled chronicling sketch sketches sketched sketching reconcile reconciles reconciled reconciling
  disentangle disentangled untangle untangled connote characterise characterises characterised
  characterising characterize characterizes characterized characterizing categorise categorised categorises
  categorising categorize categorized categorizes categorizing`,

  // Verbs beside a figure that say no more than that it was
  `utilise utilised utilises utilising utilize utilized utilizes utilizing arrive arrives arrived arriving lump lumps lumped lumping underwent undergo undergoes undergoing allow
  allows allowed allowing host hosts hosted hosting housed situate situated span spans spanned spanning ran
  handle handles handled handling notched notching chalked chalking racked racking raked raking booked
  booking netted scored scoring yielded logs logging commanding command commands commanded accrue accrues
  accrued accruing pocketed pocketing recoup recouped turning churned churning pencilled shoulder furnish
  furnishes furnished furnishing stashed begin begins began accommodate accommodates accommodated
  accommodating underlie underlies underlain rolled mete meted dole shelling forking forked coughed coughing
  shelled sprout sprouts blossom blossoms billed dubbing branded branding labelled labelling labeled
  labeling nicknamed nicknaming christened christening parlayed sported`,

  // Nouns of newsrooms, offices and talk
  `reader readers readership listener listeners newsroom newsrooms pundit pundits commentator commentators
  observer observers onlooker onlookers bystander bystanders insider insiders quibbler naysayer naysayers
  sceptic sceptics skeptic skeptics doubter doubters problem problems difficulty difficulties contradiction
  contradictions contradictory mismatch mismatches mismatched inconsistency inconsistencies inconsistent
  disagreement disagreements divergence divergences argument arguments controversy controversies debate
  debates dispute disputes rumour rumours rumor rumors rumoured rumored gossip opportunity opportunities
  possibility possibilities webinar webinars heavyweight heavyweights heartland heartlands stronghold
  strongholds powerhouse powerhouses hotspot hotspots cradle trailhead bailiwick takeaway takeaways
  pullquotes ledes scoops standalone slidepack slidepacks infopack infopacks factpack workbook workbooks
  wiki wikis tweet tweets hashtag hashtags livestream bossman higherups quiz quizzes tiebreaker turnaround
  upswing contender contenders frontrunner frontrunners runner runners protagonist protagonists incumbents
  upstart upstarts latecomer latecomers behemoth behemoths linchpin lynchpin bellwether bellwethers
  trendsetter trendsetters rundowns chatroom`,

  // Adjectives and adverbs
  `yearly official officially originally initially principally chiefly primarily firstly secondly thirdly lastly
  relatively comparatively necessarily personally technically theoretically frequently occasionally
  regularly consistently constantly deeply temporally congrats congratulations urgent successful
  successfully straightforwardly modestly moderately sluggishly unofficial unofficially quotable printable
  publishable newsworthy plotworthy noteworthily dependable verifiable checkable unverified conflicting
  competing contrasting divergent discordant opposing purported purportedly ostensible ostensibly reputed
  prospectively aspiring envisioned muchdiscussed muchdebated muchquoted boldfaced`,
]
  .join(' ')
  .split(/\s+/)

export const en = {
  'problem.addressNotPlain':
    'This is no public web address. Give the item’s own address, as it stands in the browser, beginning with https.',
  'problem.addressUnknown':
    'This address is no item of {name} that is known here. Open the item by itself and give its address.',
  'problem.addressIsList':
    'This address shows many items: a search, a hashtag or a feed. A notice is about one: open the item and give its own address.',
  'problem.addressIsAccount':
    'This is a whole account. Give the address of one item, or choose only grounds that are about accounts.',
  'problem.addressNotCanonical': 'The exact address of this item is {address}. Please give it in this form.',
  'problem.addressWholeSite':
    'This is the address of a whole site. If one page of it is meant, give that page’s address.',
  'problem.addressLookalike':
    '{host} looks like {name} but is another site. Check that the right page is reported.',
  'problem.groundUnnamed':
    'This ground names no instrument or provision. Choose one that does: the platform can assess only what is named.',
  'problem.groundTwice': 'This ground stands here twice. Take one of them out.',
  'problem.groundOver': 'This ground has not been in force since {day}. Choose one that is.',
  'problem.groundNotYet': 'This ground comes into force on {day}. Choose one that is in force now.',
  'problem.groundStale':
    'This ground was last checked on {day}, more than a year before. Look at its source before you rely on it.',
  'problem.elementsOpen':
    'Not everything that has to be true is marked as found. Look again whether this ground fits.',
  'problem.whyMissing':
    'The explanation is missing. Say which words or pictures fall under this ground, and why.',
  'problem.whyShort':
    'This explains too little to be assessed. Say which words or pictures fall under the ground, why, and what shows it.',
  'problem.whyIsTitle':
    'This repeats the ground’s own words. Say in your own what in this item falls under it, and why.',
  'problem.whyIsCopy':
    'This only repeats the item. Quote it as the passage, and explain in your own words why it falls under the ground.',
  'problem.whyFromEarlier':
    'You gave this explanation in an earlier notice, word for word. Check that it fits this item.',
  'problem.passageMissing':
    'No passage is quoted. Select the words that the ground is about: the platform finds them sooner.',
  'problem.passageElsewhere':
    'These words do not stand in the item’s text as it was read. Check the passage.',
  'problem.placeElsewhere':
    'The item has no such picture, film or part of it. Take this place away or mark another one.',
  'problem.groundKindWrong':
    'This ground is neither one platform’s rule nor one country’s law. Choose it again from the catalogue.',
  'problem.policyElsewhere':
    'This is a rule of {name}, and the item is elsewhere. Choose a rule of its own platform, or a law.',
  'problem.whyForBoth':
    'A rule and a law have the same explanation. Explain each by itself: they ask for different things.',
  'problem.whyForSeveral': 'Several grounds have the same explanation. Say what each adds, or leave one out.',
  'problem.lawNotNamed':
    'A public authority names a platform’s rule but no law. Say the law if there is one; if there is none, think about whether an authority should ask for this.',
  'problem.manyOnAuthor':
    'This is your open notice number {count} on the same author in 30 days. Say why one more is needed.',
  'problem.manyOnAuthorSaid':
    'This is your open notice number {count} on the same author in 30 days. Your reason goes with it.',
  'problem.tooManyOnAuthor':
    'Your organisation allows {max} open notices on one author in 30 days; this would be number {count}. Wait for decisions, or ask your lead.',
  'problem.otherItems':
    'The explanation names several other items by their addresses. One notice is about one item: report each by itself.',
  'problem.alreadyReported':
    'You have an open notice on this item. A second one adds nothing unless something is new.',
  'problem.declarationShared':
    'Another notice was declared at this very instant. Each notice needs a declaration of its own: make it again.',
  'problem.tooFast':
    'More than {max} notices in a minute were made with this account. A person reads and explains each: go on in a minute.',
  'problem.declarationOther':
    'The declaration has other words than the one that is asked for. Read it and make it anew.',
  'problem.declarationStale': 'The declaration was not made when this notice was. Read it and make it anew.',
  'problem.madeAhead':
    'This notice bears a time that is still to come. Set the clock of the computer right and make it anew.',
  'problem.madeLongAgo':
    'This notice was made more than {days} days ago. Look at the item again and make it anew.',
  'problem.questionOpen':
    'This question is not answered yet. Where a ground is about expression, each answer goes with the notice.',
  'problem.neverthelessShort':
    'By an answer of yours this may be protected expression. Say here why it is reported nevertheless: which words, which harm, to whom.',
  'problem.thresholdLow':
    'This part of the threshold test speaks for the author. Think about whether it is serious enough for this ground.',
  'problem.protectedLikely':
    'By your answer this may be protected expression. Say below why it is reported nevertheless, or do not send it.',
  'problem.secondForGround':
    'This ground asks for a second reviewer. Someone else decides whether it goes out.',
  'problem.secondForSpeech':
    'This ground is about expression itself. A second reviewer decides whether it goes out.',
  'problem.secondForAnswer':
    'By an answer of yours this may be protected expression. A second reviewer decides whether it goes out.',
  'problem.secondByRules': 'Your organisation asks for a second reviewer for every notice.',
  'problem.otherReviewer': 'This notice bears another reviewer’s code. Make it anew with your own account.',
  'problem.notifierShown':
    'A ground of this notice keeps the notifier’s identity from the author. The notice must say so: make it anew.',
  'problem.notifierNamed':
    'This names you or your organisation, and a ground keeps the notifier’s identity from the author. Take the name out.',
  'problem.reviewerNamed':
    'This names you. Your organisation answers for the notice; your name is not needed in it.',
  'problem.correctsOther': 'The notice that this one corrects is not one of yours. Make it anew.',
  'problem.correction': 'This corrects an earlier notice. Say what was wrong in it: the platform sees both.',
  'problem.phoneNumber':
    'This seems to hold a telephone number. If the notice does not need it, take it out.',
  'problem.mailAddress': 'This seems to hold an e-mail address. If the notice does not need it, take it out.',
  'problem.idNumber':
    'This seems to hold the number of a person, a card or an account. If the notice does not need it, take it out.',
  'problem.reposterNamed':
    'This names who shared the item. A notice is about who wrote it: the other name may not go with it.',
  'problem.othersNamed':
    'This names an account that did not write the item. If the notice does not need it, take it out.',
  'problem.captureAbove':
    'A ground of this notice allows less to be captured than the evidence holds. The evidence may not go with it.',
  'problem.captureContent':
    'A ground of this notice allows the address alone. This part of the item may not go with it: take it out.',
  'problem.capturePassage':
    'A ground of this notice allows the address alone. Take the quoted passage out, under every ground.',
  'problem.captureMedia': 'A ground of this notice allows no pictures. They may not go with it.',
  'problem.retentionLong':
    'Under this ground evidence is kept for {days} days; your organisation allows {max}. Choose another ground, or ask your lead.',
  'problem.decidedBefore':
    'The platform decided on this item on {day}. What speaks against that decision belongs in a complaint, until {until}. For a new notice say what is new since then.',
  'problem.decidedBeforeSaid':
    'The platform decided on this item on {day}; a complaint can be made until {until}. Your reason for a new notice goes with it.',
  'problem.concentratedAuthor':
    '{share} % of your last {count} notices are on one author. Check that you judge the item and not the person.',
  'problem.concentratedTopic':
    '{share} % of your last {count} notices are on one topic. Check that nothing else is overlooked.',
  'problem.concentratedLanguage':
    '{share} % of your last {count} notices are on items in one language. Check that the same measure holds for all.',
  'problem.oftenUnfounded':
    'The platforms saw no reason to act on {share} % of your last {count} decided notices. Look at their reasons first: platforms may stop handling notices that are often unfounded.',
  'problem.territoryUnknown':
    'This is no country’s code. Give two capital letters, or “global” for a platform’s rule.',
  'problem.territoryBeyondLaw':
    'The law of {law} does not hold in all the places named here. Name only those where it does.',
  'problem.jurisdictionNotAllowed':
    'Your organisation’s reviewers do not cite the law of {law}. Choose another ground, or ask your lead.',
  'problem.measureBeyondLaw':
    'Removal works everywhere, this law only in its own territory. Ask for a restriction there if that is enough.',
  'problem.measureHarsh':
    'Removal is the hardest measure, and this rule depends on context. Think of a label, an age limit or a restriction first.',
  'problem.measureUnfit':
    'This measure is not one that fits this ground. Ask for an assessment, or choose one that does.',
  'problem.ownOfficeBlocked':
    'The item is about your own office. By your organisation’s rules no notice goes out from you on it: hand it to someone outside.',
  'problem.ownOfficeSecond':
    'The item is about your own office. A second reviewer from outside decides whether it goes out.',
  'problem.ownOfficeNamed':
    'The item names {name}. A second reviewer decides, so that nobody judges criticism of their own office alone.',
  'problem.orderNotRequest':
    'This reads like an order. A notice asks: write “please assess”, and let the platform decide what follows.',
  'problem.insult': 'This reads like an insult. Describe what the item says or shows instead.',
}

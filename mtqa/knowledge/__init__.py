"""What is known of the language and the world, apart from what is read in a text.

`words` holds the closed classes, `verbs` the verbs by what they govern, `nouns` titles, offices and other nouns that
behave alike, `phrases` set phrases, `abbreviations` what a full stop belongs to. Every class stands here once, all in
lower case unless its name says otherwise; a rule that needs more or fewer words says so beside the class:
`PREPOSITIONS - {"like"}`. `lexicon` knows how usual a word is and what it can be, `places` states and bodies, `people`
who held which office, `languages` other languages, `translit` how Chinese characters sound.
"""

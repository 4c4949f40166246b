// The Writ language.
//
// Rules are named as the tree is. The grammar accepts common mistakes on purpose, so that the
// compiler can explain them; what it must not accept silently is refused while the tree is built.
// There are no ambiguities: a test runs all programs in exact-ambiguity mode.
parser grammar WritParser;

options {
  tokenVocab = WritLexer;
}

file
  : items+=item* EOF
  ;

item
  : 'module' qualifiedName ';'                                      # ModuleItem
  | 'use' qualifiedName ';'                                         # UseItem
  | annotation* declaration ';'?                                    # DeclarationItem
  ;

declaration
  : manifestDecl
  | enumDecl
  | entityDecl
  | typeDecl
  | actionDecl
  | actionGroupDecl
  | obligationDecl
  | letDecl
  | scopeDecl
  | ruleDecl
  | cedarRule
  | approvalDecl
  | confirmationDecl
  | grantDecl
  | suspendDecl
  | labelDecl
  | limitDecl
  | invariantDecl
  | toolDecl
  | testDecl
  ;

annotation
  : '@' word ('(' (arguments+=annotationArgument (',' arguments+=annotationArgument)* ','?)? ')')?
  ;

annotationArgument
  : string                                                          # TextArgument
  | word                                                            # WordArgument
  | number                                                          # NumberArgument
  ;

// ---- names

qualifiedName
  : name ('.' word)*
  ;

// A path in a place where no expression may stand; also an entity type or a module.
dotted
  : (root | name) ('.' word)*
  ;

entityRef
  : dotted '::' string
  ;

root
  : 'principal' | 'delegator' | 'origin' | 'resource' | 'args' | 'facts' | 'session' | 'now'
  ;

// Any word: after a dot, as a field, as a record key, after `has`.
word
  : name
  | root
  | 'and' | 'or' | 'not' | 'in' | 'is' | 'has' | 'lacks' | 'like' | 'if' | 'then' | 'else' | 'true'
  | 'false' | 'permit' | 'forbid' | 'any' | 'every' | 'by' | 'on' | 'with' | 'when' | 'unless'
  | 'because' | 'do' | 'nonempty'
  ;

name
  : bareName
  | 'all'
  ;

// A name that may stand as an expression: not `all`, which would make `s contains all ["a"]` two
// things.
bareName
  : plainName
  | 'matches' | 'under' | 'contains' | 'between' | 'starts' | 'equals' | 'labelled'
  ;

// A name that may follow `approved`: no relation, so that `approved starts with x` is one thing.
plainName
  : ID | QUOTED_NAME | NON_ASCII_WORD | UNCLOSED_NAME
  | 'action' | 'after' | 'approval' | 'approved' | 'as' | 'ascii' | 'asks' | 'at' | 'authorize' | 'binds'
  | 'carrying' | 'case' | 'confirmation' | 'confirmed' | 'counted' | 'day' | 'decide' | 'delegate'
  | 'deny' | 'each' | 'emergency' | 'entity' | 'enum' | 'except' | 'excluding' | 'for' | 'from'
  | 'given' | 'grant' | 'granted' | 'group' | 'guards' | 'held' | 'human' | 'identified' | 'ignores'
  | 'ignoring' | 'inline' | 'invariant' | 'label' | 'lasts' | 'let' | 'lifted' | 'limit'
  | 'manifest' | 'Map' | 'max' | 'may' | 'module' | 'month' | 'most' | 'needs' | 'never' | 'no'
  | 'obligation' | 'observe' | 'of' | 'one' | 'only' | 'open' | 'owned' | 'permits' | 'pinned' | 'reason'
  | 'refusal' | 'remedy' | 'request' | 'requested' | 'review' | 'revocable' | 'rule' | 'scope'
  | 'secret' | 'Set' | 'size' | 'source' | 'sources' | 'stale' | 'suspend' | 'suspended' | 'test'
  | 'to' | 'tool' | 'type' | 'unavailable' | 'until' | 'use' | 'used' | 'uses' | 'valid' | 'veto' | 'vote' | 'votes'
  | 'withdrawal' | 'within' | 'zip'
  ;

// The id of a rule: a string; a bare name is accepted to be explained.
ruleName
  : string
  | name
  ;

string
  : STRING | SINGLE_QUOTED | UNCLOSED_STRING
  ;

duration
  : DURATION | INT | BAD_NUMBER
  ;

instant
  : INSTANT | DATE | string
  ;

number
  : '-'? (INT | DECIMAL | BAD_NUMBER)
  ;

// ---- manifest, types, actions

manifestDecl
  : 'manifest' qualifiedName '{' entries+=manifestEntry* '}'
  ;

manifestEntry
  : 'module' qualifiedName clauses+=moduleClause* ';'               # ModuleEntry
  | 'session' fieldBlock ';'?                                       # SessionEntry
  ;

moduleClause
  : 'owned' 'by' string                                             # OwnedBy
  | 'guards' entityRef                                              # Guards
  ;

enumDecl
  : 'enum' name '{' (enumerator (separators+=(',' | '<') enumerator)* ','?)? '}'
  ;

enumerator
  : name ('=' string)?
  ;

entityDecl
  : modifiers+=('human' | 'inline')* 'entity' name clauses+=entityClause* (fieldBlock | ';')
  ;

entityClause
  : 'in' qualifiedName (',' qualifiedName)*                         # ParentTypes
  | 'one' 'of' string (',' string)*                                 # ClosedIds
  | 'identified' 'by' word                                          # IdentifiedBy
  ;

fieldBlock
  : '{' fields? '}'
  ;

fields
  : field ((',' | ';') field)* (',' | ';')?
  ;

field
  : 'secret'? word '?'? ':' typeExpr
  ;

typeExpr
  : typeSum ('|' typeSum)*
  ;

typeSum
  : typeTerm ('+' typeTerm)*
  ;

typeTerm
  : fieldBlock                                                      # RecordTerm
  | 'Set' '<' typeExpr '>' sizeBound?                               # SetTerm
  | 'Map' '<' key=typeExpr ',' value=typeExpr '>'                   # MapTerm
  | qualifiedName ('under' string)?                                 # NamedTerm
  ;

sizeBound
  : least=number 'to' most=number
  | 'max' most=number
  ;

typeDecl
  : 'type' name '=' typeExpr ';'
  ;

actionDecl
  : 'action' name clauses+=actionClause* ';'
  ;

actionClause
  : headPart                                                        # ActionHeadPart
  | 'with' typeExpr                                                 # ActionArgs
  | 'facts' typeExpr                                                # ActionFacts
  ;

actionGroupDecl
  : 'action' 'group' name '{' (qualifiedName (',' qualifiedName)* ','?)? '}'
  ;

obligationDecl
  : 'obligation' name '(' fields? ')' ';'
  ;

// ---- heads

head
  : actionPattern parts+=headPart*
  ;

headPart
  : 'by' typePatterns                                               # ByPart
  | 'on' typePatterns                                               # OnPart
  ;

actionPattern
  : 'any' ('except' qualifiedName (',' qualifiedName)*)?            # AnyPattern
  | qualifiedName (',' qualifiedName)*                              # NamedPattern
  ;

typePatterns
  : typePattern (',' typePattern)*
  ;

typePattern
  : qualifiedName ('::' string | 'not'? 'in' place)?
  ;

place
  : placeItem                                                       # SinglePlace
  | '[' (placeItem (',' placeItem)* ','?)? ']'                      # ListedPlaces
  ;

placeItem
  : dotted ('::' string)?
  ;

// ---- rules

ruleDecl
  : 'observe'? effect=('permit' | 'forbid') ruleName? head clauses+=ruleClause* ';'
  ;

ruleClause
  : 'let' name '=' expression                                       # LetClause
  | 'when' condition                                                # WhenClause
  | 'unless' condition                                              # UnlessClause
  | 'only' 'if' 'given'                                             # OnlyIfGivenClause
  | 'because' string                                                # BecauseClause
  | 'do' obligation (',' obligation)*                               # DoClause
  ;

condition
  : expression                                                      # PlainCondition
  | '{' expression '}'                                              # BracedCondition
  ;

obligation
  : qualifiedName ('(' (expression (',' expression)* ','?)? ')')?
  ;

letDecl
  : 'let' name '(' head ')' '=' expression ';'
  ;

scopeDecl
  : 'scope' name 'for' typePatterns '{' clauses+=scopeClause* '}'
  ;

scopeClause
  : 'may' ('as' 'delegate')? head clauses+=ruleClause* ';'          # May
  | 'only' 'as' 'delegate' ';'                                      # DelegateOnly
  ;

labelDecl
  : 'label' name 'after' head clauses+=ruleClause* ';'
  ;

limitDecl
  : 'observe'? 'limit' ruleName? head clauses+=limitClause* ';'
  ;

limitClause
  : 'at' 'most' number ('of' operand)?                              # LimitAmount
  | 'in' duration                                                   # LimitRolling
  | 'each' unit=name '(' string ')'                                 # LimitCalendar
  | 'for' 'each' dotted                                             # LimitKeyed
  | ruleClause                                                      # LimitRule
  ;

invariantDecl
  : 'invariant' ruleName? 'never' 'permit' head clauses+=ruleClause* ';'
  ;

suspendDecl
  : 'suspend' subjects=typePatterns 'by' by=typePatterns ('lifted' 'by' lifted=typePatterns)? ';'
  ;

// ---- approvals and grants

approvalDecl
  : 'approval' name 'for' head approvalBlock
  ;

confirmationDecl
  : 'confirmation' name 'for' head approvalBlock
  ;

approvalBlock
  : '{' clauses+=approvalClause* '}'
  ;

approvalClause
  : kind=('all' | 'any') 'of' '{' clauses+=quorumClause* '}' ';'?   # JoinedQuorum
  | quorumClause                                                    # SingleQuorum
  | 'excluding' exclusion (',' exclusion)* ('if' expression)? ';'   # Excluding
  | 'decide' 'within' duration ';'                                  # DecideWithin
  | 'valid' 'for' duration ';'                                      # ValidFor
  | 'uses' 'at' 'most' number ';'                                   # ApprovalUses
  | 'ignores' dotted (',' dotted)* ';'                              # Ignores
  | 'votes' 'with' 'reason' ';'                                     # VotesWithReason
  | 'at' 'most' number 'open' 'for' 'each' 'principal' ';'          # OpenAtMost
  ;

quorumClause
  : ('for' 'each' name 'in' dotted ':')? number 'of' typePatterns clauses+=votesClause* ';'
  ;

votesClause
  : 'when' condition                                                # VotesWhen
  | 'veto' 'at' number                                              # VetoAt
  ;

exclusion
  : 'in' place                                                      # GroupExclusion
  | operand                                                         # PeopleExclusion
  ;

grantDecl
  : 'grant' name '{' clauses+=grantClause* '}'
  ;

grantClause
  : 'emergency' ';'                                                 # Emergency
  | 'permits' head clauses+=ruleClause* ';'                         # PermitsClause
  | 'requested' 'by' typePatterns clauses+=requestedClause* ';'     # RequestedBy
  | 'revocable' 'by' typePatterns ';'                               # RevocableBy
  | 'needs' qualifiedName (',' qualifiedName)* ';'                  # Needs
  | 'binds' bindItem (',' bindItem)* ';'                            # BindsClause
  | 'lasts' 'at' 'most' duration ';'                                # LastsAtMost
  | 'uses' 'at' 'most' number ';'                                   # GrantUses
  | 'review' 'within' duration approvalBlock ';'?                   # ReviewWithin
  | 'do' obligation (',' obligation)* ';'                           # GrantDo
  ;

requestedClause
  : 'when' condition                                                # RequestedWhen
  | 'with' 'reason'                                                 # RequestedWithReason
  ;

bindItem
  : 'within' qualifiedName                                          # WithinItem
  | dotted                                                          # PathItem
  ;

// ---- expressions, from low to high precedence

// A quantifier or a conditional is the last operand, or stands in parentheses.
expression
  : tail                                                            # TailExpression
  | conjunction (or conjunction)* (join=('and' | 'or' | '&&' | '||') tail)?  # ChainExpression
  ;

tail
  : not* (quantified | conditional)
  ;

quantified
  : kind=('any' | 'every') name 'in' operand (',' operand)* ':' expression
  ;

conditional
  : 'if' test=expression 'then' yes=expression 'else' no=expression
  ;

conjunction
  : negation (and negation)*
  ;

negation
  : not* relation
  ;

and : 'and' | '&&';

or : 'or' | '||';

not : 'not' | '!';

// Several suffixes are a chain, accepted to be explained.
relation
  : kind=('approved' | 'confirmed' | 'granted') decisionName        # DecisionRelation
  | kind=('has' | 'lacks') word                                     # DelegatorRelation
  | 'nonempty' operand                                              # NonemptyRelation
  | operand suffixes+=suffix*                                       # OperandRelation
  ;

decisionName
  : plainName ('.' word)*
  ;

suffix
  : operator=('==' | '!=' | '<' | '<=' | '>' | '>=' | '=') operand  # CompareSuffix
  | 'not'? 'in' operand                                             # InSuffix
  | 'is' 'not'? qualifiedName                                       # IsSuffix
  | kind=('has' | 'lacks') (word | string)                          # HasSuffix
  | 'like' operand                                                  # LikeSuffix
  | 'matches' operand                                               # MatchesSuffix
  | 'under' operand                                                 # UnderSuffix
  | 'contains' kind=('all' | 'any')? operand                        # ContainsSuffix
  | 'starts' 'with' operand                                         # StartsSuffix
  | 'equals' 'ignoring' 'ascii' 'case' operand                      # EqualsSuffix
  | 'between' low=operand 'and' high=operand                        # BetweenSuffix
  | 'labelled' qualifiedName                                        # LabelledSuffix
  ;

operand
  : primary                                                         # PrimaryOperand
  | target=operand '.' word ('(' (expression (',' expression)* ','?)? ')')?  # MemberOperand
  | target=operand '[' expression ']'                               # IndexOperand
  | target=operand '::' string                                      # EntityOperand
  | 'source' 'of' inner=operand                                     # SourceOperand
  | '-' inner=operand                                               # NegateOperand
  | left=operand '*' right=operand                                  # ProductOperand
  | left=operand sign=('+' | '-') right=operand                     # SumOperand
  ;

primary
  : '(' expression ')'                                              # Parenthesised
  | '[' (expression (',' expression)* ','?)? ']'                    # ListPrimary
  | record                                                          # RecordPrimary
  | 'size' '(' operand ')'                                          # SizePrimary
  | root                                                            # RootPrimary
  | bareName                                                        # NamePrimary
  | literal                                                         # LiteralPrimary
  ;

literal
  : value=('true' | 'false')                                        # BoolText
  | value=(INT | BAD_NUMBER)                                        # IntText
  | DECIMAL                                                         # DecimalText
  | string                                                          # StringText
  | DURATION                                                        # DurationText
  | value=(INSTANT | DATE)                                          # InstantText
  | value=(TIME | BAD_TIME)                                         # TimeText
  ;

record
  : '{' (recordEntry ((',' | ';') recordEntry)* (',' | ';')?)? '}'
  ;

recordEntry
  : (word | string) ':' expression
  ;

// ---- tools

toolDecl
  : 'tool' ruleName? clauses+=toolClause* ';'
  ;

toolClause
  : 'of' string                                                     # OfServer
  | 'asks' qualifiedName                                            # Asks
  | 'on' toolResource                                               # ToolOn
  | 'with' toolItems                                                # ToolWith
  | 'ignoring' toolItems                                            # ToolIgnoring
  | 'pinned' string                                                 # Pinned
  ;

toolResource
  : dotted '(' toolArgument ')'                                     # ArgumentResource
  | entityRef                                                       # EntityResource
  | dotted                                                          # SessionResource
  ;

toolItems
  : '{' (toolItem ((',' | ';') toolItem)* (',' | ';')?)? '}'
  ;

// What is placed. A zip in a zip and a zip with `?` are accepted to be explained.
toolItem
  : 'zip' '(' parts+=toolItem (',' parts+=toolItem)* ','? ')' '?'? ('as' target=word)?  # ZipItem
  | toolArgument '?'? ('as' target=word)?                           # ArgumentItem
  ;

// An argument of the tool by its name; a path is accepted to be explained.
toolArgument
  : word ('.' word)*
  ;

// ---- tests

testDecl
  : 'test' ruleName? ('at' instant)? '{' statements+=testStatement* '}'
  ;

testStatement
  : 'given' given ';'                                               # GivenStatement
  | 'let' name '=' 'request' qualifiedName clauses+=requestClause* ';'  # LetStatement
  | 'after' duration ';'                                            # AfterStatement
  | 'at' instant ';'                                                # AtStatement
  | 'authorize'? name '=>' effect=('permit' | 'deny') reason=name? (',' items+=expectation)* ';'
                                                                    # ExpectStatement
  ;

given
  : givenEntity (',' givenEntity)*                                  # EntitiesGiven
  | 'grant' qualifiedName clauses+=grantFact*                       # GrantGiven
  | kind=('approved' | 'confirmed') qualifiedName clauses+=voteFact*  # DecidedGiven
  | 'open' qualifiedName clauses+=voteFact*                         # OpenGiven
  | kind=('vote' | 'refusal' | 'withdrawal') qualifiedName clauses+=voteFact*  # VotesGiven
  | 'review' qualifiedName clauses+=voteFact*                       # ReviewGiven
  | 'suspended' entityRefs                                          # SuspendedGiven
  | kind=('stale' | 'unavailable')                                  # HealthGiven
  | 'session' string clauses+=sessionFact*                          # SessionGiven
  | 'counted' string number clauses+=countFact*                     # CountedGiven
  ;

entityRefs
  : entityRef (',' entityRef)*
  ;

givenEntity
  : entityRef clauses+=entityFact*
  ;

entityFact
  : 'in' place                                                      # EntityParents
  | record                                                          # EntityAttributes
  ;

grantFact
  : 'for' name                                                      # GrantFor
  | 'from' moment                                                   # GrantFrom
  | 'until' moment                                                  # GrantUntil
  | 'held' 'by' entityRef                                           # GrantHeldBy
  | 'requested' 'by' entityRef                                      # GrantRequestedBy
  | 'used' number                                                   # GrantUsed
  | 'needs' grantVotes ('and' grantVotes)*                          # GrantNeeds
  ;

grantVotes
  : qualifiedName 'by' entityRefs
  ;

voteFact
  : 'for' subject                                                   # VoteFor
  | 'by' entityRefs                                                 # VoteBy
  | 'at' moment                                                     # VoteAt
  | 'used' number                                                   # VoteUsed
  ;

subject
  : 'grant' qualifiedName 'for' name                                # GrantSubject
  | name                                                            # RequestSubject
  ;

sessionFact
  : 'of' entityRef                                                  # SessionOf
  | 'within' string                                                 # SessionWithin
  | record                                                          # SessionHas
  | 'labelled' qualifiedName (',' qualifiedName)*                   # SessionLabelled
  ;

countFact
  : 'for' 'session' string                                          # CountForSession
  | 'for' entityRef                                                 # CountForEntity
  | 'at' moment                                                     # CountAt
  ;

moment
  : sign=('+' | '-')? duration                                      # RelativePoint
  | instant                                                         # AbsolutePoint
  ;

requestClause
  : 'by' entityRef                                                  # RequestBy
  | 'on' entityRef                                                  # RequestOn
  | 'with' record                                                   # RequestArgs
  | 'facts' record                                                  # RequestFacts
  | 'for' entityRefs                                                # RequestFor
  | 'session' string                                                # RequestSession
  | 'sources' '{' (argSource ((',' | ';') argSource)* (',' | ';')?)? '}'  # RequestSources
  | 'carrying' givenEntity (',' givenEntity)*                       # RequestCarrying
  ;

argSource
  : word ':' (name | '[' (name (',' name)* ','?)? ']')
  ;

expectation
  : 'rule' ruleReference                                            # ExpectRule
  | 'obligation' obligation                                         # ExpectObligation
  | 'remedy' remedyStep ('and' remedyStep)*                         # ExpectRemedy
  | 'no' 'remedy'                                                   # ExpectNoRemedy
  ;

ruleReference
  : (name ('.' word)* '.')? string                                  # QuotedRule
  | qualifiedName                                                   # NamedRule
  ;

remedyStep
  : kind=('grant' | 'approval' | 'confirmation') qualifiedName
  ;

// ---- accepted to be explained

// A whole rule of Cedar.
cedarRule
  : ('permit' | 'forbid') '(' cedarPart* ')' cedarClause* ';'
  ;

cedarClause
  : ('when' | 'unless') '{' cedarPart* '}'
  ;

cedarPart
  : '(' cedarPart* ')'
  | '{' cedarPart* '}'
  | ~('(' | ')' | '{' | '}' | ';')
  ;

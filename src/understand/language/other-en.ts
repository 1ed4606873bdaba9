/**
 * Real English words that name nothing in the vocabulary. A misspelt word is corrected to the nearest vocabulary
 * name; a word that stands here is spelt right and means something else, so it is never corrected: guitar, prince
 * (price) and Korea stay what they are, and a question about them gets no answer instead of another one's answer.
 *
 * It need not be complete: it covers everyday and news English, foreign places and peoples, and common first names,
 * lower case, single tokens, forms of verbs spelled out, plurals in -s left to the stem of the token. Words of
 * data/vocabulary, of light-en.ts and of the cues are not in it, nor are plurals and verb forms of a vocabulary
 * name, which are rightly read as that name.
 */
const WORDS = [
  // What restricts a figure and is easily taken for a slip
  `met led lit lest stank atop hither unlisted delisted unsold resold haunted nightly disputed bonded intercity bespoke`,

  // Countries and territories abroad, continents, foreign states and regions
  `afghanistan africa alabama alaska albania alberta algeria alps america andalusia andes andorra angola
  antarctica antigua arctic argentina arizona arkansas armenia asean asia assam atlantic australia austria
  azerbaijan bahamas bahrain bali balkans bangladesh barbados barbuda bavaria belarus belgium belize
  bengal benin bermuda bhutan bissau bolivia borneo bosnia botswana brazil brics britain brittany brunei
  brunswick bulgaria burkina burma burundi caledonia california cambodia cameroon canada caribbean
  carolina catalonia chad chile colombia colorado comoros congo connecticut corsica costa crete crimea
  croatia cuba cyprus czechia czechoslovakia dakota delaware denmark djibouti dominica dominican dprk
  ecuador egypt emirates england eritrea estonia eswatini ethiopia eu eurasia eurozone faso fiji finland
  florida france gabon gambia gaza georgia ghana gibraltar greece greenland grenada guam guatemala guinea
  gujarat guyana haiti hampshire hawaii herzegovina himalayas hokkaido holland honduras hungary iceland
  idaho illinois india indiana indonesia iowa iran iraq ireland israel italy ivory jamaica japan java
  jersey jordan kansas kashmir kazakhstan kentucky kenya kerala kiribati korea kosovo kuwait kyrgyzstan
  kyushu lanka latvia lebanon leone lesotho liberia libya liechtenstein lithuania lombardy louisiana
  luxembourg macedonia madagascar maharashtra maine malawi malaysia maldives mali malta manitoba maryland
  massachusetts mauritania mauritius mediterranean mexico michigan micronesia minnesota mississippi
  missouri moldova monaco montana montenegro morocco mozambique myanmar namibia nato nauru nebraska nepal
  netherlands nevada newfoundland nicaragua niger nigeria normandy norway nova oceania ohio okinawa
  oklahoma oman ontario opec oregon pakistan palau palestine panama papua paraguay pennsylvania peru
  philippines poland portugal puerto punjab pyrenees qatar quebec queensland rhode rica rico romania
  russia rwanda sahara salvador samoa sardinia saskatchewan saxony scandinavia scotia scotland senegal
  serbia seychelles siberia sicily sierra singapore slovakia slovenia solomon somalia spain sudan sumatra
  suriname sweden switzerland syria tahiti tajikistan tanzania tasmania tennessee texas thailand timor
  tobago togo tonga trinidad tunisia turkey turkiye turkmenistan tuscany tuvalu uae uganda uk ukraine
  ulster uruguay usa ussr utah uzbekistan vanuatu vatican venezuela vermont victoria vietnam virginia
  wales wisconsin wyoming yemen yugoslavia yukon zambia zimbabwe`,

  // Nationalities, peoples, languages
  `afghan african albanian algerian american arab arabic argentine argentinian armenian asian australian
  austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british briton bulgarian
  burmese cambodian canadian cantonese catalan chilean colombian croatian cuban czech dane danish
  ecuadorian egyptian esperanto estonian ethiopian european filipino finn finnish french frenchman german
  ghanaian greek guatemalan haitian hebrew hindi hungarian icelandic indian indonesian iranian iraqi
  iraqis irish israeli israelis italian jamaican japanese jordanian kenyan kurdish kurds kuwaiti lao
  laotian latin latino latvian lebanese libyan lithuanian macedonian malay malaysian mandarin mexican
  moldovan moroccan nepalese nepali nigerian norwegian pakistani pakistanis palestinian panamanian persian
  peruvian polish portuguese qatari romanian russian sanskrit scots scottish serbian serbs singaporean
  slovak slovenian somali soviet spaniard spanish sudanese swahili swede swedish swiss syrian tajik tamil
  thai thais tunisian turk turkish turkmen ugandan ukrainian urdu uruguayan uzbek venezuelan vietnamese
  welsh yemeni zambian zimbabwean`,

  // Big cities abroad
  `ababa abidjan abuja accra addis aden ahmedabad aires albuquerque aleppo alexandria algiers almaty amman
  amsterdam anchorage angeles ankara antananarivo antonio antwerp ashgabat asmara astana asuncion athens
  atlanta auckland austin baghdad baku baltimore bamako bandung bangalore bangkok bangui barcelona basel
  basra beirut belfast belgrade bengaluru benghazi bergen berlin bern bilbao birmingham bishkek bogota
  bologna bombay bonn bordeaux boston brasilia bratislava brazzaville bremen brisbane bristol brooklyn
  brussels bucharest budapest buenos buffalo busan cairo calcutta calgary cali cambridge canberra caracas
  cardiff casablanca cebu charlotte chennai chicago chisinau chittagong christchurch cincinnati cleveland
  cologne colombo columbus conakry copenhagen cordoba dakar dallas damascus darwin davao davos delhi
  denver detroit dhaka diego doha domingo dortmund dresden dubai dublin durban dushanbe dusseldorf
  edinburgh edmonton eindhoven essen fez florence francisco frankfurt freetown fukuoka fukushima gaborone
  geneva genoa ghent glasgow gothenburg grenoble guadalajara guayaquil haifa hamburg hanoi hanover harare
  havana helsinki hiroshima hobart hollywood houston hyderabad incheon indianapolis islamabad istanbul
  izmir jacksonville jaipur jakarta janeiro jeddah jerusalem johannesburg jose kabul kampala kanpur
  kaohsiung karachi kathmandu kawasaki kazan khartoum kiev kigali kingston kinshasa kobe kolkata krakow
  kuala kyiv kyoto lagos lahore leeds leicester leipzig libreville lille lilongwe lima lisbon liverpool
  ljubljana lome london luanda lucknow lumpur lusaka lviv lyon madrid malaga malmo managua manchester
  mandalay manhattan manila maputo maracaibo marrakech marseille maseru mbabane mecca medan medellin
  medina melbourne memphis miami milan milwaukee minneapolis minsk mogadishu mombasa monrovia monterrey
  montevideo montreal moscow mosul mumbai munich muscat nagano nagasaki nagoya nairobi nantes naples
  nashville nassau niamey nicosia nottingham nouakchott novosibirsk nuremberg oakland odessa omaha orlando
  osaka oslo ottawa ouagadougou oxford palermo paris paulo penang penh perth petersburg philadelphia phnom
  phoenix pisa pittsburgh podgorica portland porto prague pretoria pristina pune pyongyang quito rabat
  rangoon recife reykjavik riga rio riyadh rome rotterdam sacramento saigon salzburg san sanaa santiago
  santo sao sapporo sarajevo seattle sendai seoul seville sheffield skopje sofia southampton stockholm
  strasbourg stuttgart sucre surabaya surat suva sydney tallinn tampa tampere tangier tashkent tbilisi
  tegucigalpa tehran thessaloniki thimphu tijuana tirana tokyo toronto toulouse trieste tripoli tunis
  turin ulaanbaatar ulsan utrecht vaduz valencia valletta valparaiso vancouver vegas venice vienna
  vientiane vilnius vladivostok volgograd warsaw washington wellington windhoek winnipeg wuppertal yangon
  yaounde yekaterinburg yerevan yokohama york zagreb zurich`,

  // First names and surnames
  `aaron abigail adam adrian alan albert alex alexander alice alison amanda amy anderson andrea andrew
  angela anna anne anthony antony arthur barbara beethoven benjamin bernard betty bezos biden bill brandon
  brenda brian brown bruce carl carlos carol caroline catherine charles charlie christina christine
  christopher churchill claire clara clark clinton confucius cynthia daniel david davis deborah dennis
  diana donald dorothy douglas edward einstein elena elizabeth ella emily emma eric ethan eugene eva
  evelyn felix frank fred gabriel garcia gary george gerald gloria grace gregory hannah harold harris
  harry heather helen henry howard hugo ian isaac isabella ivan jack jackson jacob james jane janet jason
  jean jeffrey jennifer jeremy jessica jim joan joe john johnny johnson jonathan joseph joshua joyce juan
  judith julia julie karen katherine kathleen kelly kenneth kevin kim kyle larry laura lauren lawrence leo
  leonard lincoln linda lisa lopez louis louise lucas lucy luke macron mao marco margaret maria marie
  mario mark martha martin martinez mary matthew megan melissa merkel messi michael michelle miguel mike
  miller mohammed monica moore mozart muhammad musk nancy napoleon natalie nathan newton nicholas nicole
  nina noah nora obama oliver olivia oscar pamela patricia patrick paul paula pedro peter philip phillip
  picasso pierre putin rachel ralph raymond rebecca richard robinson rodriguez roger ronald ronaldo rosa
  ruth ryan sally samantha samuel sandra sarah scott sean shakespeare sharon simon smith sophia sophie
  stephanie stephen steven stuart susan tara taylor teresa terry thomas thompson timothy tom tracy trump
  vanessa vera victor vincent walker walter wendy william wilson zoe zuckerberg`,

  // Days, parts of the day, lengths of time
  `anniversary autumn bedtime birthday calendar centuries christmas clock dawn daytime decade diwali dusk
  easter equinox fortnight friday halloween holiday hourly lunchtime midday midnight millennium
  minute monday night nighttime noon ramadan saturday solstice spring summer sunday thanksgiving thursday
  timetable tuesday vacation wednesday week weekday weekend weekly winter xmas`,

  // Animals
  `animal ape bacteria bat beak bear beast bee beetle bird bull bunny butterfly calf calves camel cat chick
  chicken chimpanzee claw cobra cockroach cow crab cricket crocodile crow cub deer dinosaur dog dolphin
  donkey dragon dragonfly duck eagle eel elephant ewe falcon feather ferret flamingo flock fly fox frog
  fungi fur geese giraffe goat goldfish goose gorilla grasshopper hamster hare hawk hedgehog hen herd
  heron herring hippo hoof hornet horse hound insect jaguar jellyfish kangaroo kennel kitten kitties koala
  ladybird lamb larvae leopard lion livestock lizard llama lobster locust mackerel mammal mammoth mice
  mole monkey mosquito moth mouse mule nest octopus ostrich otter owl ox oxen oyster panda panther parrot
  paw peacock penguin pet pigeon piglet pony prawn predator puppy rabbit raccoon ram raven reindeer
  reptile rhino rooster salmon sardine scorpion seal shark sheep shrimp skunk slug snail snake sparrow
  species spider squid squirrel stable stork swallow swan tadpole tail tiger toad tortoise trout tuna
  turtle vet vulture walrus wasp whale wolf wolves worm yak zebra zoo`,

  // Plants and nature
  `acorn asteroid bamboo bark beach biodiversity bud bush cactus canyon cave cliff clover coast
  comet constellation coral countryside creek daffodil daisy daylight desert dune eclipse ecosystem fern
  flower fungus galaxy garden geyser glacier grass grassland grove habitat hedge herb hill iceberg ivy
  jungle lagoon lake landscape lawn leaf leaves lily maple marsh meadow meteor moon moonlight moss
  mountain mushroom oak oasis orbit orchid palm pebble petal pine planet plateau pond rainforest reef
  ridge river rock root sand seed shore shrub shrubbery soil stem stream sunflower sunlight sunrise sunset
  swamp thorn tree trunk tulip twig valley vine volcano waterfall weed wetland wilderness wildlife willow
  wood woodland`,

  // Food and drink
  `almond appetizer apricot asparagus avocado bacon bagel baked bakery banana barbecue barley basil bean
  beef beet berry beverage biscuit bitter blackberry blueberry boiled bowl brandy bread breakfast broccoli
  broth brunch buffet burger butter cabbage cafe calorie calories candy canteen caramel carrot cashew
  cauliflower celery cereal champagne cheese chef cherry chestnut chili chocolate cider cigar cigarette
  cinnamon cocktail cocoa coconut coffee coke cook cooked cookie cracker cream crepe crispy croissant
  crunchy cucumber cuisine cupcake curry custard delicious dessert diet diner dining dinner dish doughnut
  dumpling edible eggplant feast fig flavor flavour flour fridge fried fries frozen garlic gin ginger
  gourmet grape grapefruit gravy greasy grilled grocery gum halal ham hamburger hazelnut honey hotdog
  hotpot hunger hungry icecream ingredient jam jelly juice kale kebab ketchup kiwi kosher lasagna leek
  lemon lemonade lentil lettuce lime liquor loaf loaves lollipop lunch lychee macaroni mango mangoes
  margarine mayonnaise meal melon menu milkshake millet mint muffin mustard mutton noodle nut nutrient
  nutrition nutritional nutritious oat oatmeal olive omelette onion orange organic pancake papaya paprika
  parsley pasta pastry pea peach peanut pear pecan pepper pickle pineapple pizza plum pomegranate popcorn
  porridge potato potatoes pretzel protein pub pudding pumpkin quinoa radish raisin raspberry raw recipe
  ripe roast roasted rotten rum rye salad salami salt salty sandwich sauce sausage savory savoury sesame
  snack sorghum soup sour soy soybean spaghetti spice spicy spinach stale starvation starving steak
  steamed stew strawberry supper sushi sweet syrup taco tangerine tasty thirst thirsty toast
  tobacco tofu tomato tomatoes tortilla treat turnip vanilla vegan vegetarian vinegar vitamin vodka waffle
  waiter waitress walnut watermelon whiskey whisky wine yam yeast yoghurt yogurt yummy zucchini`,

  // Sports and games
  `archer arena athlete athletic badminton ball baseball basketball bicyclist bike biker bowler bowling
  boxer brawl canoe captain championship chess coach contest cup cycling cyclist dart dice diver diving
  dojo esports fencing fifa finalist fitness fixture footballer gamble gambling game gaming goalkeeper
  golf golfer gym gymnast gymnastic handball hiker hiking hobby hockey jockey jogger jogging judo karate
  kayak loser lottery marathon medal medallist nba nfl olympiad olympic opponent paddle paralympics
  penalty pitch player playground playoff poker puzzle race racer racket racquet referee rink rowing
  rugby sailing sailor scoreboard semifinal skate skateboard skater skating ski skier skiing skis
  sledge snooker snowboard soccer softball spectator sportsman sprint sprinter squash striker surfer
  surfing swim swimmer swimming taekwondo teammate tennis toboggan tournament toy trophy uefa umpire
  videogame volleyball wrestler yacht yoga`,

  // Body, health, medicine
  `abdomen ache acne acute addict addiction adrenaline alive allergy ambulance anatomy ankle antibiotic
  antibody anxiety arm artery arthritis asthma autism autopsy bacterium bandage beard belly bladder blind
  blood bone bowel brain breast breath bruise cancer cardiology cheek chest chins cholesterol chromosome
  chronic clinical cold coma concussion contagious coronavirus corpse cough cramp cure dead deadly deaf
  deceased dementia dental dentist depression diabetes diagnoses diagnosis diarrhoea disability disabled
  disease disorder dosage dose dying ear ebola elbow embryo epidemic eye eyebrow eyelash eyelid face
  fat fatal feet fever finger fingernail fist flu flus foetus foetuses foot forehead fracture gene genome
  germ gland gut hair hand healthier healthy heart heartbeat heel hepatitis hip hiv hormone
  hygiene illness immunity infant infectious inflammation influenza injection injections injured injury
  insulin intestine jaw kidney knee lethal lip liver lung malaria measles medic mental mentally midwife
  midwifery migraine miscarriage moustache mouth nail nausea neck needle nerve nose nostril nursery obese
  obesity ointment oncology organ overweight paediatric pain pandemic paralysis paramedic pediatrics
  penicillin pharmacist pharmacy physical physically pill plague pneumonia poison polio pregnancy pregnant
  prescription psychiatric psychiatrist psychological psychologist pulse quarantine radiology rash remedy
  rib saliva scalp scar shin sick sicker sickness skeleton skin skull slim smoker sneeze spine
  spleen stethoscope stomach stroke surgeon surgery surgical sweat swelling symptom syndrome tablet tear
  teeth therapist therapy thigh thin throat thumb tissue toe toenail tongue tooth torso toxic transplant
  trauma treatment tuberculosis tumor tumour ulcer unborn unhealthy unwell vaccine vein victim virus waist
  ward wellbeing womb wound wounded wrist`,

  // Weather and disasters
  `ash avalanche barometer blizzard breeze casualty catastrophe celsius chilly cloudy colder coldest cooler
  cyclone damp disaster drier drizzle dry dust dusty emergency evacuation fahrenheit famine flame flooding
  fog forecastle freezing frost gale hail hailstone heatwave hot hotter hottest humid humidity
  hurricane ice icicle icy landslide lightning meteorological meteorologist meteorology mist misty monsoon
  muddy mudslide puddle rainbow raindrop rainstorm rainy rescue rescuer sandstorm seismic shower sleet
  smoke snowflake snowman snowstorm snowy squall storm stormy sunny survivor tempest thermometer thunder
  thunderstorm tornado tsunami umbrella volcanic warm warmer wet wetter wildfire windy`,

  // House and household
  `armchair attic axe axes backyard bag balcony basement basket bath bathroom bathtub bedroom bedsheet bell
  bench blanket blender bookcase bookshelf bottle broom brush bucket bulb bungalow cabin cabinet candle
  carpet ceiling cellar chair chimney closet coffin comb cooker corridor cosy cottage couch cozy
  crib crockery cupboard curtain cushion cutlery desk detergent dishwasher doll door doorbell doorway
  downstairs drawer dresser driveway dustbin dwelling fan faucet fence fireplace fork freezer
  furniture fuse garage hallway hammer hammock hanger heater hinge homeless homelessness homeowner hook
  hose housekeeper housewife housewives hut indoor jar jug kettle keyhole kitchen knife knives knob ladder
  lamp landlord lantern laundry lease lid lighter lock lodge lodging mansion mat mattress microwave
  mirror mop mug napkin neighbor neighborhood neighbour neighbourhood outdoor oven pan pantry pencil
  pillow pipe pitcher playroom plumber plumbing porch quilt razor refrigerator roof rope rug saucepan
  saucer scissors screw screwdriver shampoo shed sheet shelf shelves shutter slum soap sofa sponge spoon
  stair staircase stairway stool stove suitcase tap teapot tenancy tenant tent tile toaster toilet
  toothbrush toothpaste towel tray tub upstairs vacuum vase villa wallpaper wardrobe washbasin washer
  window windowsill wire yard`,

  // Clothes and looks
  `apron backpack barber belt blouse boot bra bracelet braid bride button cape cloak coat collar costume
  crown denim diamond dress earring fabric fashion fashionista gem glove gown haircut hairdresser handbag
  handkerchief hat helmet hood jacket jewel jeweller jewellery jewelry lace leather lipstick makeup mask
  mitten necklace necktie nightgown nylon outfit overcoat pajamas pants patch pearl perfume pocket
  polyester pyjamas raincoat ribbon ring robe salon sandal scarf scarves shirt shoe shoelace silk skirt
  sleeve slipper sneaker sock stocking stockings suit sweater sweatshirt swimsuit tailor tattoo tie
  trousers tuxedo underwear uniform veil vest waistcoat wallet watch wig wool wristwatch zipper`,

  // Family and people
  `adolescent adoption adult aged ancestor babysitter bachelor bisexual boy 
  bridegroom brother child childbirth childcare childhood crowd daughter descendant
  divorcee elder elders enemy expatriate father fatherhood feminine feminism feminist foreigner
  gang gay gentleman gentlemen girl grandchild grandfather  
  grandparent groom guardian guest heir heiress hero heroes heroine hostess humanity
  husband kid king lady lesbian lgbt loneliness lonely lover manhood mankind married masculine maternity
  mom mommy motherhood mum newcomer nobleman nomad older oldest orphan outsider parent
  parenting paternity pedestrian personality pioneer playmate prince princess queen refugee rival 
  sexual sexuality sibling sister spouse stranger teen teenager toddler transgender
  twin unmarried veteran villager volunteer widow widowed widower wife wives woman womanhood younger
  youngest youngster youth youthful`,

  // Jobs and work
  `accountant actor actress admiral adviser advisor agent ambassador analyst announcer apprentice architect
  aristocrat artist assassin astronaut astronomer attorney auditor baker banker bartender billionaire
  biologist blacksmith bodyguard bonus bonuses bookkeeper bricklayer broker businessman businessmen
  businesswoman butcher butler cardiologist career carpenter cashier chairman chairmen chairperson
  chairwoman chancellor chauffeur chemist civilian cleaner clerk clown colonel columnist comedian composer
  conductor consultant contractor correspondent councillor coworker craftsman dancer dealer
  decorator delegate designer detective dictator diplomat driver economist electrician entertainer
  entrepreneur explorer farmer firefighter fireman firemen fisherman fishermen florist foreman foremen
  freelance freelancer fulltime gardener geographer geologist guard handyman hired hiring historian hunter
  illustrator inspector instructor intern internship interpreter inventor investigator investor janitor
  journalist judge juror justice laborer labourer lawyer layoff lecturer librarian lieutenant lifeguard
  locksmith magician magistrate maid mailman marshal mason mathematician mechanic mediator messenger
  millionaire miner minister missionary monk musician nanny navigator novelist nun occupation occupational
  operator optician orator overtime painter parttime paycheck payroll peasant philosopher photographer
  physicist pianist pilot playwright poet policeman policemen policewoman politician porter postman
  postmen potter preacher premier president priest principal printer prison profession professor
  programmer promoter prophet realtor receptionist recruit recruiter recruitment representative
  resignation resigned resume retailer retired retiree retirement salesman salesmen salesperson saleswoman
  scholar sculptor senator sergeant servant shepherd shift shopkeeper singer solicitor specialist
  spokesman spokesmen spokeswoman spy staffing stockbroker strike superintendent supplier
  surveyor sweatshop technician telecommuting telemarketer trader trainee trainer translator treasurer
  tutor tycoon typist undertaker union vacancy vendor violinist warden warrior watchman weaver welder
  wholesaler woodcutter workload workshop`,

  // Crime, law, police, war
  `abduction abuse accomplice acquittal aggression airstrike alibi alibis ambush ammunition
  amnesty appeal armed arson arsonist artillery assassination assault atrocity attack bail ballistic
  bandit battalion battle battlefield betrayal blackmail blast bomb bomber bombing bribe bribery bullet
  bullying burglar burglary cannabis cannon captive cartel ceasefire cocaine combat commander complaint
  conflict conquest conspiracy constable convict conviction counterfeit courthouse courtroom
  criminal criminality culprit custody cyberattack cybersecurity dagger defeat defendant detainee
  detention drone espionage execution explosion explosive extortion felony fighter fine firearm
  fleet forgery fraudster fugitive garrison genocide grenade guerrilla guilt guilty gun gunfire gunman
  gunmen gunpowder hacker harassment heroin hijack hijacker homicide hostage illegal illegally
  imprisonment infantry inmate innocence innocent invader invasion jail jailed judicial judiciary jury
  kidnapper kidnapping killer killing knight laundering lawful legal legally legislation looting mafia
  marijuana massacre mercenary militant militia missile mob mugger murderer mutiny narcotics navy
  negotiation offence offender offense ombudsman opium parole peace peacekeeper perpetrator pirate pistol
  plaintiff plea poisoning probation prosecution prosecutor prostitution protester punishment rape rapist
  rebel rebellion regiment revenge revolt revolution rifle riot robber robbery rocket
  sabotage sanction scam scandal sheriff shield siege slave slavery smuggler smuggling sniper spear squad
  stabbing statute stolen submarine surrender suspect sword tank terror terrorism terrorist
  thief thievery thieves threat torpedo torture trafficker trafficking treason treaty trench trial
  tribunal troop truce unarmed unlawful uprising vandal vandalism verdict veto victory vigilante violation
  violence violent violently war warfare warhead warning warplane warrant warship weapon`,

  // Politics, government, society
  `abortion activist administration amendment apartheid apolitical asylum authoritarian autonomy ballot ban
  bipartisan bloc border boycott brexit bureaucracy bureaucrat campaign candidate capitalism capitalist
  censorship census charter citizenship civic civil civilization clan coalition colony communal communism
  communist compromise confederation conference congress congressman consensus conservative constituency
  constitution constitutional constitutions consulate convention council coup crisis decree
  delegation democracy democrat democratic demonstration demonstrator deportation deregulation dictatorial
  dictatorship diplomacy diplomatic dissident doctrine downtown dynasty election electoral electorate
  embargo embassy emigrant emperor empire equality ethnicity exile extremist faction fascist federation
  feudal feudalism flag freedom frontier geopolitical geopolitics globalization governance hamlet
  handshake hierarchy homeland humanitarian ideological ideology immigration imperial imperialism
  inauguration independence indigenous injustice integrity intervention kingdom kinship kremlin kuomintang
  law lawmaker leadership leftist leftwing legislator legislature legitimacy liberal liberation liberty
  lobby lobbyist loyalty majority mandate manifesto metropolitan ministry monarch monarchy motion movement
  multilateralism muslim nation nationalism nationalist nationality nomination nominee oligarch opposition
  oppression ordinance pact parliament parliamentary passport patriot patriotism pentagon petition
  politburo politics poll populist premiership presidency presidential privilege propaganda proposal
  protectorate protocol racial racism racist radical ratification referendum reformer regime republican
  resolution rightwing royalty ruler secession senate separatist socialism socialist societal society
  solidarity sovereign sovereignty speech statesman statesmen suburb suburban suffrage summit
  superpower supporter throne town township tradition transition transitions tribal tribe turnout tyranny
  tyrant unanimous unanimously unity village vote voter whitehouse withdrawal`,

  // Religion, belief,
  `afterlife allah altar angel astrology atheism atheist bible bishop buddha buddhism buddhist
  cathedral catholic catholicism cemetery chapel christ christian christianity church cleric confucian
  cult curse deity demon devil divine fairy faith funeral ghost god goddess gospel grave heaven hindu
  hinduism holy horoscope imam islam islamic islamist jesus jew jewish judaism karma koran magic
  meditation monastery monster mosque mummy pagan parish pastor pilgrim pilgrimage pope
  prayer prophecy protestant quran rabbi rabbis religion religious ritual sacred sacrifice saint salvation
  scripture sermon shaman shrine sin soul spirit spiritual superstition synagogue taoism taoist
  temple tomb vampire vicar witch witchcraft wizard zodiac zombie`,

  // School and learning
  `academic academy adjective adverb algebra alphabet anthropology archaeologist archaeology arithmetic
  astronomy botany calculus campus campuses classroom curriculum dictionary diploma dormitory
  educational encyclopedia exam examination exercise experiment faculty fellowship geography geology
  geometry grade grammar illiterate laboratory lecture lexicon linguistics
  literate literature mathematics maths notebook noun philosophy physics playschool preschool pronoun
  psychology punctuation scholarly scholarship schoolboy schoolgirl semester seminar sociology 
  statistician syllabus textbook theorem theory translation tuition tutorial undergraduate verb 
  zoology`,

  // Arts, culture, media, leisure
  `adidas airbnb album alexa alipay amazon amusement anthropic antique art artefact artifact artistic
  artwork audience autobiography ballad ballet band banjo barclays bentley bestseller biography blog
  blogger bollywood broadcast broadcaster broadcom buick cadillac calligraphy camera canon carnival
  cartoon castle celebrity cello chanel chatgpt chevrolet choir chorus choruses chrysler circus circuses
  cisco citigroup citroen classical claude coca cola comedy comic concert copilot copyright ctrip cultural
  dance deepseek dell deutsche didi disney documentary drama drum drummer ebay emmy entertainment epson
  ericsson evergrande exhibit exhibition fable facebook ferrari festival fiat fiction film fireworks flute
  folklore fosun fujitsu gallery gemini genre goldman google gpt graffiti grammy gramophone gucci
  guitar guitarist haidilao handicraft harmony heritage hiphop hsbc hymn ibm ikea instagram instrument
  intelsat jazz jeep jpmorgan karaoke keyboard kfc kpop kuaishou lamborghini legend leisure
  lexus linkedin literary luckin lyric magazine masterpiece mazda mcdonalds meituan melody memoir micron
  miniature monument morgan motorola moutai movie movies mural music musical nestle netease netflix
  netscape newspaper nike nikon nokia olympus oneplus openai opera oppo oracle orchestra origami painting
  palace pantomime parade parody paypal pepsi peugeot photo photograph photography piano picnic pinduoduo
  playlist poem poetry popstar porsche portrait pottery premiere prose puppet qualcomm radio rapper realme
  reddit relic renault rhyme rhythm rolex romance rover ruin saab satire saxophone screenplay sculpture
  selfie selfies sequel serieses shein siri sitcom skoda snapchat softbank soloist song soundtrack
  souvenir spotify stage starbucks statue studio subaru subtitle suzuki symphony tale taobao telegram
  television temu thriller tmall toshiba tragedy trailer trumpet tv twitter uber ubs unionpay vanke verse
  video viewer violin vivo vocalist volvo walmart waltz watercolour weibo whatsapp wikipedia xerox youtube
  zara`,

  // Technology and computing
  `accelerator actuator adapter algorithm alloy amplifier analog analogue antenna api app appliance
  application automatic automatically backup bandwidth barcode bioinformatics bitcoin blockchain bluetooth
  browser bug byte cable cache caches calculator camcorder cassette cellphone coder coding compass
  compiler computational computer console cpu crypto cryptocurrency cursor cyber cyberspace debugger
  decoder device dial digitized diode disk display dna dongle download dynamo earphone electrode electron
  email encryption engine ethereum firewall firmware flashlight gadget gateway generator gps gpu
  hardware headphone headset hologram homepage html icon inbox inkjet interface inverter ipad iphone
  javascript kernel laptop laser lens lenses lever linux login loudspeaker mainframe malware mechanical
  mechanised megaphone microphone microprocessor microscope modem motherboard mri nanoscale nanotechnology
  nft nozzle offline password phonograph piston pixel plugin podcast polymer processor projector prototype
  pulley python radar receiver recorder rna router satellite scanner screen sensor signal simulator
  smartwatch sonar spacecraft spaceship speaker spectrum sql technique telegraph telephone telescope
  terminal toolkit touchscreen transformer transistor transmitter tripod typewriter unix upload usb
  username valve virtual volt voltage walkie watt webcam widget wifi wireless workstation xray`,

  // Roads, vehicles, travel
  `aboard accommodation aeroplane aircraft airfield airplane airspace alley anchor ashore avenue backpacker
  baggage balloon boat brake buggy cab canal caravan cargoes carpool carriage carriageway carsharing
  chariot collision commuter commuting convoy cruise cruising deck departure destination detour diesel
  dock drunk embankment expedition fare ferry footpath gasoline gondola helicopter hitchhiker hostel
  hybrid inn intersection itinerary jet journey junction kerb lane lighthouse limousine locomotive lorry
  luggage minibus minivan monorail moped motel motorbike motorboat motorcycle motorist nautical nonstop
  oar overpass parachute parking parkings path pathway pavement pedal pier plane propeller quay raft ramp
  resort ride roadside rudder runway sailboat scooter seatbelt sedan ship shipyard shuttle sidewalk
  sightseeing sled steamer street tailpipe tanker toll tour track tractor trail tricycle trolley tugboat
  van vessel viaduct visa voyage wagon walkway wharf wheel wheelchair windscreen windshield wreck`,

  // Business, money, economy
  `advertisement advertiser advertising affluent affordable agency airfreight allowance arbitrage arrears
  audit austerity bailout banking bankrupt barter benchmark beneficiary benefit bid bidder boom bourse
  brokerage bubble buyout cash cashflow catalogue charity cheap cheaper cheapest cheque client coin
  collateral commodity compensation competition competitor compliance conglomerate consortium consultancy
  consumerism costly coupon craft creditor crowdfunding currency custom customer dealership debit debtor
  default depositor depreciation derivative devaluation dinar directorate dirham discount distribution
  distributor donation donor dow downsizing downturn duty ecb economical economically employer endowment
  entrepreneurship esg euro exchange excise expense exporter fed financier fluctuation forex franc
  franchise free funder gni gnp gold guarantee guild hang headquarter hyperinflation imf importer
  impoverished incubator inheritance innovator insolvent instalment intermediary invoice kpi
  ledger lender levy license lien liquidation liquidity loss luxurious luxury macroeconomics maker mall
  markdown marketer marketplace markup mart merchandise merchandising microfinance middleman monetary
  monopoly nasdaq nikkei nonprofit oecd offshoot oligopoly organisation organization outlet outsourcing
  owner package patron pawnshop payout penny peso philanthropist philanthropy poorer poorest portfolio
  pound pricing privatization procurement promotion promotions prosperity prosperous provider
  provision purchaser rand rebate recession recovery reimbursement remittance renminbi rental retention
  rich richer richest roi rouble ruble rupee saver sec seng settlement shareholding shopper shortfall
  showroom silver slump speculator sponsor sponsorship stagnation stakeholder stakes sterling stimulus
  store storefront strategist subscriber subscription subsidiary supermarket supply surcharge taxable
  taxpayer tender trademark treasury trust trustee unesco unicef unprofitable volatility voucher warehouse
  warranty wealthier wealthiest wealthy won wto yen yield`,

  // Materials, chemistry, things of industry
  `acid alcohol alkali amber ammonia asphalt atom axle baking barn barrel beam bearing biodegradable
  biofuel biomass bolt brass brewing brickworks bronze calcium carbide ceramic charcoal chlorine chromium
  clay cobalt compound concrete contaminated contamination copper crane crop crystal dam debris dye
  electrolyte electromagnetic enzyme ethanol farmhouse fertiliser fertilizer fluid foam forge fossil
  fountain furnace gasket geothermal girder glue granite graphite gravel helium horticulture hydro
  hydroelectric hydropower industrialisation industrialist industrialization industrialized ingot
  insulation ironworks irrigation isotope jade kerosene kiln lacquer landfill latex limestone lubricant
  magnesium magnet marble mercury metallic methane methanol milling mineral mixture molecular molecule
  nanometer neon neutron nickel nitrate nitrogen orchard ore oxide oxygen packaging particle pasture
  pesticide phosphorus pigment plantation plaster plastic platinum plutonium polythene potassium powder
  propane proton quarry quartz radiation radioactive reactor recyclable reservoir residue resin rod rust
  sawmill scaffold scrap sewer shaft shipbuilding silicon slag slate sludge smelter sodium solvent
  steelmaker stone string substance sulfur sulphur thermal timber tin titanium toxin trash tungsten
  uranium vapour vineyard wax weaving welding wheelbarrow wooden zinc`,

  // Abstract nouns
  `addition animation assembly attraction barrier bias biases blames blocks breach burden caution
  claimant classification colors companion consent construct constructs consultation
  contact correction creation creations creature danger delays destructions errors escape ethic
  evaluation event exception excess exit extension failure faults fear flaw frame function funs gift grief
  harm hazard heat height identity inclusion inspection interactions
  isolation lack layer limitation load margin mercies method mission morality noises norm objection
  omission ordeal oversight panics participant participation past pause phase position
  possession presence pressure privacy process processes prospect publicity quarrel reason refusal
  regulation relation relations relief renewal repair repetition reunion revival reward risk rule schedule
  secret sequence setback severity shadow silence skill skills smell suicide survey taste temper
  tension test texture variation weakness width`,

  // Things and shapes, offices, writing
  `address advert aisle alarm arch arrow badge banner bar binder blackboard blade booklet bookshop
  bookstore bow brochure cage card cardboard cartridge certificate chalk cone copy corner crate cross cube
  curve dot edge envelope eraser fax flask folder hall handbook hardback heap hole hoop
  jigsaw knot leaflet letter logo manual marker model nightclub paperback parlour passcode
  paste pavilion pen pin pole postcard poster pyramid questionnaire rack rectangle registration sack sail
  script scroll seat sign signature signs skyscraper stamp staple stapler stationery stick sticker strap
  straw stripe switchboard tape template token triangle tube typeface wedge whistle`,

  // Verbs
  `abided abiding abort absorb access accomplished accomplishes accomplishing ached adding advised
  affect agree agreeing aiming alleged alleges alter amending amends annul appealed appeased
  appeasing approve arrested ascend aspired assign assigning attached 
  attacked attacking attend authorise authorize authorizes bake balanced banned banning barked barking
  bathe bathed bathing batter battered battering beat beaten beating bend bent bind binding bite
  biting blamed blaming blasted blasting bled blending blends blow blowing blushes boil boiling boost
  boosted boosting bounce bound bowing braked braking bred breeding breeds bribed
  bribing bully bumped bumping buried buries burn burned burning bursts burying buying buys camp camped
  camping canceled cancelled capture capturing cared caring carve carved carving cast casting catching
  catered cease ceased ceasing charge charged charges chase chased cheat cheated cheating chilled chilling
  chills choked chokes choking chop chopping clap clapped clapping clash clashed clashing classify clinged
  closed closes closing clutches collide combine commute commuted compel compelled compensating
  compete competed complied comply complying compress compressed compressing conceal concealed
  concealing concede conceded conceding conceive conceived conceiving condemn condemned condemning
  confine confined confining confiscating connecting conquer consented consenting
  conserved conserving constrain constrained constraining consulting consume consumes
  consuming contacted contaminating contested contesting contrasted
  contrived contriving convene convened convening converge converged converging convert converted
  converting convicted convicting cooking corrected counteract counteracted cracked cracking cracks
  crashes crushed crushes crushing curbed curbing curing cursed curtail cutting damaged damaging
  danced dancing decayed decaying decays deceive deceived deceiving decide decided defend
  defended defer deferred deferring degrade delayed delaying delegated delete delivers denied denying
  depart departing depended deploy deport deported deporting deposited deprive deprived depriving derive
  derived deriving descend detain detained detaining detect deter deterring detest devaluing digest dine
  dined dipped dipping dips disband disguised disguises disguising dismiss dismissed dismissing dispersed
  dispose disposed disposing distil disturbed dive dived divert divide divided dividing donate
  donated donating doubled dove drafted drafting drafts drag dragging drain drained draining drank
  drifting drifts drip dripped dripping driven drown drowned drowning dump dumped dumping ease eased
  easing eating eats ebbing elected elects emit emitted emitting enlarge enlarged enlarging
  enlist enlisted enlisting enrols enter entered entitle entitled equips erased erasing erected erects
  eroded erodes eroding escort escorted escorting estimate evaded evading exceed exceeded exceeding
  exclude excluded execute executed executing exempt exiled exiling expelled expels expire expired
  expiring exploded exploding exploit exploited exploiting extend extended extending extort extorted
  extorting extract fade fading fail failed failing faint fainting faked faking falter faltering farmed
  fastening feared fearing feeding fetched fetching fight fighting filmed filming filter filtering fined
  fining fished flashing fled flee fleeing flew float floated floating flown flushing folded
  folding forbid forced forcing foresaw foresee forfeit forged forging fought frying glow gnawing governed
  granting grieving grilling grind grinding grooming guarding halt halted halting hamper hampered
  hampering hanged hanging harmed harming hauled hauling heal healed healing heated
  heating hide hiding hinder hindered hire hoisting hoists hugging hung hunted hunting hurt
  hurting immerse immersed immigrate impacted impacting impair implement implementing impose imposed
  improved improving incite incurring infect infected infects influenced inhabiting initiate injecting
  injure injuring inquired insert inserted inserting inspect inspected insure insured insuring
  intercept intercepted intercepting introduced intruded invade invent
  invented inventing invents jailing join joined joining judged kidnap kill killed knit
  knocked knocking knocks lacked lacking landed landing leased leasing leaving lend lent lessen levied
  levying liaising licensed lick licked licking lied lift lifted lifting light lighted lighting limited
  limiting linked linking litter loaded loading loaning locate locating locked locking lodged loosen loot
  looted lose losing lost lurked lying mail mailed mailing mandated mandating marching marry
  marrying master matching maximizes meet meeting melt melted melting menace menaced menacing merge merged
  merging migrate migrates mingle mingled mingling minimizes misled missed misses missing mixed mixes
  mixing modeled moderated modernizes monitor mount mounted mounting mourning move moving neutralise
  notified notify nursed obey objecting offend offending opened ordering outlaw outlawed overhaul overlap
  owed owes owing pack packed packing paint painted pass passed passing pasted pasting paused
  pausing pave paving paying peeled peeling perish phoned phoning pinched pinches pinching plagued
  plaguing pleading plunge plunged plunging poisoned polished pollute pollutes practise preach preached
  preaching precede preceded preserve preside presided presiding prevent priced print printing privatise
  privatize privatizes probe probed proceeded proceeding processed procure procured procuring prolong
  prompted prompting propel propose proposing prosecuted protect protected protects protesting provoke
  provoked provoking punching punish punished qualify questioned quit quitting racing raid raided raiding
  raise raised raising rallied rally rallying rang ratify realizes rebuilt rebuke recede receded receding
  recommended recommending reduce refine refined refines reformed reforming refrained refraining refunding
  refuse refused refusing refute refuted refuting regain regained regaining regulate regulated reject
  rejecting relaxed relaxes relied relieve relieved relieving relocate relocated rely
  relying renewing renews renounce rented renting repaired repairing repay repayed repaying repeal
  repealed repealing repelled repelling repels replaced repress rescued rescuing researched resenting
  reserving reside resided residing resign resigning resist resulted retailed retain retained retaining
  retiring reuse reused reusing revamp revamping reverse reversed reversing revise revised revising revive
  revived reviving ridden riding rinse rinsed rinsing risked risking roasting robbed robbing robs rode
  rotate rotated rotating rubbed rubbing rubs ruining ruled ruling rung running sacked sacking sailed sang
  save scan scanning scold score sealing seize seized seizes seizing
  sentenced separate separated serve served serving settling shaven shedding shelter shielded shielding
  shifted shifting shiver shoot shooting shopped shrink shrinks shut shutting simmer sing
  singing sinking sipped sipping sips sizzle sizzled skated skipped skipping slapped slapping slashed
  slashes sleeping sleeps slid slide sliding slipped slipping slow slowed slowing slumped slumping
  smashed smelled smelling smoked smoking smother sneezed sneezing solved solves solving sorting spark
  sparked sparking sped spilled spilling spin spinning spoiling spoils spraying sprays spun staged
  staging stained staining stains startle starve starved steal stealing steam steaming stemmed
  stemming stifle stifled stink stored storing strand stranded stranding strangle strangled
  strive striven striving strove struck subdue submit subside subsided subsiding subsidise subsidised
  subsidize subsidized subsidizes sue sued suing suited suiting sung supposed surpass
  surpassed surpassing survive suspend suspending swapped swapping swarmed swarming swarms swerve swerved
  switched swollen swum tame tamed taming tasted tasting taught taxing teach teaching tearing 
  terrify tested testing threaten thwart tied tipping tips toasted toasting tore torn toured touring tow
  towed towing trace trailed trailing training transact transacts transform transformed transmit trap
  trapped trapping traveled travelled treated treating tremble tricked tricking trim trimmed tuck tucked
  tucking tugged tumble tumbled tying undergone undermine undermined unite united vomits voted
  voting waited waiting waives waiving walk walked walking wane waning warmed warming wash washed
  washing watering waver wavered weaken wear wearing weave weep weigh weighed weighing wept 
  whined widen winning wiping wither withered wore worn worsen wounding wove woven wrapping
  yielding`,

  // Adjectives
  `absent absolute accidental adverse alien ancient bald bare barren basic black blond blonde busier
  busiest central classic coarse common compact conditional confidential consistent constant constructive
  continual contributory cooperative corrupt cunning dark deep defensive defiant dense 
  distant earliest early easier eternal eventual excessive extensive extinct extreme faulty fellow flawed
  formal former frail full fundamental golden graphic grey happier happiest hard
  harder hardest harmful heavenly heavier historic hollow homely humane ideal
  immediate immune impotent indebted informal innate instant intact intensive intentional internal
  intimate inverse irate kinder late later latter liable lifelong linear liquid longer longest mature
  median medieval minimal minus mutual naked native nearby needy negative neutral normal numb operational
  oral original outdated outgoing pale partial passive periodic petite pink plump polar possessive postal
  precious previous primal prime prior productive prone proper proportional prospective protective pure
  purple quiet ready recurring reliant remote retro safe safest scarce scenic senior
  serial severe shallow shorter silent silky similar slight smarter smartest soft solid sore southeastern
  southwestern spare sparse spatial standby starry static sticky stiff strict structural sudden sunken
  tall taller tallest temperate tense territorial thick tight troubled typical underlying universal
  unknown unsafe upward vicious vocal white widest woolly worse`,

  // Adverbs and other words
  `aside badly barely beyond cheaply environmentally equally formally hardly historically increasingly
  midway militarily onward poorly previously privately rarely safely secretly severely sleepily
  slowly softly solely wrongly`,

  // Further general nouns and business and news words
  `abbreviation accent achiever acre activity actuality aerial aide airway allegiance angler anthem
  appreciation ascent backing bearer behest believer booster booth bounty brink buffer builder bunker bust
  calamity carrier cavity chamber cleanup coating cocoon collector compassion complexion comrade
  concession congregation contempt continent continuation contributor coronation corps
  counter country crater creator crest crusade dearth debut defect defector demise denial descent detector
  directory disc disposal distrust diversion droplet enquirer envoy expanse expiry exploitation
  filler filth firefight forum friction fundamentalist fusion futility gallon garland gash
  gentry goggles gravity greed grouping gust haven helpline implant inception individual influx
  informant installer intake inversion keeper lash latitude launchpad leak limb linen liner lineup
  locker makeover manor mariner matrix maze mirage mishap moderator mould nobility
  node novelty novice nucleus occupant offspring operative outage outcry outpost overhead pageant parity
  patrol peer pendant perk pest picket plaque prank premise prey primate probability procession
  protectionism puncture purge puritan purity quorum realism recess referral refill reflex refuge reliance
  remainder replica repute residence residency responder reversal roster rubble savage scent scorn scout
  scribe seam seedling seizure separation settler sewing shack sham shambles sickle simile slope
  socket solace solo spacing spectre speeding stall strain strait stratum streak strip suite summons
  swindle tavern terrain tide timing toil viability vocation wager wakeup wave weakling windfall`,

  // Measuring and science
  `amp astronomical carat cellular cloning decibel decimal embryonic evolutionary genetics gigabyte gram
  gravitational hertz horsepower inch infinity joule kelvin kilo kilobyte kilogram liter litre logarithm
  megabyte megawatt neuron ounce percentile photosynthesis physiology quartile regression terabyte`,

  // What a slip would make a name or a light word of: stop is no top, stalled no installed, buy no busy, capped no mapped
  `stop stopping stopper buy control lockdown stalled stalling rein slash slashing aid sharing shared hatch spike
  laying boarding spoiled shade stray leaking leaked alternate alternating tropical bonding temp covert allied
  dairy rebound rebounding oriental curl semi sterile sliced hoist generic shadowy drying septic capped capping
  handgun converse scraped greener routed prefect expulsion accelerating acceleration relapse developer attrition
  policing resell unblock unblocked marketed allot allotted allotment smoothed smoothing weighted expended
  deducted deducting excepting excepted preclude phasing sapped spilt trashing purged purging unfit ejected
  credited contracting contracted resized handheld fueling fuelling factored factoring overturn overturned
  reverted reverting benched temping cultivation reroute rerouted renter feeder planter picker weld welded piping
  fused polled polling mainline landline completing expulsions sagging redacted barring opted opting sourced
  sourcing unlit unfits unutilised unutilized unleased reclose reclosed resite resited reselling reinvest
  reinvested relegate relegated relegates relist relisted replan replanned reprice repriced republish reseat
  rerent demerge demerged demerging devolve devolved disburse disbursal undisbursed overage prepaying outearn
  outport underdone subpart subparts cogeneration compacted combining competing importable inpatient misplan
  mispriced expansionary expending desalinated demote demoted deform deactivated conifer timer damping wholesale
  haulage scrapping scrapped ditch ditched dropped axed culled curtailed dwarf moribund defunct disused derelict
  unbuilt unspent unpaid unmet unfilled unoccupied unpublished unreported uncounted unadjusted unaudited unsigned
  unlicensed understaffed underfunded oversubscribed overbooked overcounted undercounted overspent underspent
  overspend underspend writedown writeoff clawback furlough furloughed mothball mothballed shelving repossess
  refund refunded forfeited foregone forgone waived waive pilfered squandered laundered kickback inflated padded
  doctored fudged fabricated`,
].join(' ')

export const OTHER_EN: ReadonlySet<string> = new Set(WORDS.split(/\s+/))

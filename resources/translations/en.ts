<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AddressPage</name>
    <message>
        <source>Return address on the label</source>
        <extracomment>The fields by their place: row, column, and how many columns they take.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner&apos;s addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner&apos;s addresses …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrivalList</name>
    <message>
        <source>Still to arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{printed}; {shown} of {total} RMAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArrivalsPage</name>
    <message>
        <source>The arrivals can&apos;t be read. Try again; if it fails again, call support.</source>
        <extracomment>What each button shows, in their order.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only of this partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still to arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} The first {shown} of {total} are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Badges to cut out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmartWitness · Returns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BenchScreen</name>
    <message>
        <source>Item label, serial number or part (F2)</source>
        <extracomment>What is done by each button of the bar; None is the screen&apos;s own affair. What makes sense with nothing in hand. What makes sense over a test, and what over its outcome.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label or serial number (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoxList</name>
    <message>
        <source>What should be in the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No box is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} in this box, {expected} on the RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carton: no photo yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} · {number} · until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no photo yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look for its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look for the client&apos;s video</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameraDesk</name>
    <message>
        <source>No camera is set up. Scan by hand, or type the number (F2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label photo could not be saved: is the disk full? Packages are still recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>No camera yet. The scanner works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseFilter</name>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a number or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All partners</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClaimView</name>
    <message>
        <source>Found on it: a number, a name, an address ({})</source>
        <extracomment>The key that leads to the field, as at the dock, and the one that says where something was found. A longer text is no number, name or address.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next was found inside the opened box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose it may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}. {candidate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or type what is found on the box. Nobody else opens it: say so with {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (inside)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is known here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandSheet</name>
    <message>
        <source>Boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carton, before it is opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory card: scan its bag, or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device on the bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases at the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box of nobody, at the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a page of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To take along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN or measured value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN or measured value, further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the last digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands · {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the hand scanner; the camera does not take them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Courier</name>
    <message>
        <source>No ticket service is set up. Packages are recorded here and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent, through a fault of this program; it is tried again, and nothing is lost.</source>
        <extracomment>In seconds: so long is waited for a thread that is in the middle of a request. Then it is left to itself: what the service answers is written whole or not at all, and what it took unheard is sent again and known again. In seconds: a scan that finds the memory locked asks again after a moment, and without breaths finds it locked again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustodyView</name>
    <message>
        <source>Nothing is chosen</source>
        <extracomment>More lines would push the story out of sight.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it has come to this station yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {station}: {lpn} {verdict}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment {name}: {carrier} {tracking}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, {state}: {partner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rma}, ticket {ticket}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued {created}, last day {last}; {goods}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>Decide (F8)</source>
        <extracomment>Gives what the client will read of a choice&apos;s value, with a note.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page} ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the desk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Batch of {count}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advanced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceFacts</name>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found}; listed is {listed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replacement has gone out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, in {box}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockDesk</name>
    <message>
        <source>Asking the ticket service. Go on scanning.</source>
        <extracomment>Answers after which everybody stays at the screen they are at. The screens that commands lead to; whatever else is done at the dock is shown there.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DockScreen</name>
    <message>
        <source>Next box</source>
        <extracomment>After these no box is in hand any more.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truck arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyBoxPage</name>
    <message>
        <source>Looked at</source>
        <extracomment>What needs nothing of its own for each device, so that one choice does for several.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the RMA lists is still awaited. After its last day the rest can be settled as not returned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>No ticket service is set up.</source>
        <extracomment>What the service answers at once.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence for {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none on the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No package of this case was received at this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, issued {created}, to be received by {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo of the label was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {number} was given {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged {when} by the rules of policy version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choice}, decided {when} by {who}: {reason} {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA number was judged on this package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found against expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from {plate}: {read}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package {} was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed on the RMA and not found in this package: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed on the RMA: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model}, {count} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} without serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expected number is the listed one that comes nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}, by the rules of policy version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caption}
SHA-256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is missing at the station: {}. The journal says that it was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was changed since it was taken: it no longer has its hash {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has its hash {} and can&apos;t be shown. It is among the originals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the rejection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} seconds {why}, from {when}
SHA-256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, and who did it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (taken back later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each event below was written once and has the SHA-256 that stands beside it; each holds the hash of the event before it. The ticket service countersigns the hashes that it was sent. Among the originals, journal.jsonl holds the events themselves, and verify_journal.py checks them on any computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event {seq}, which the ticket service had at {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersigned up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {clock}</source>
        <comment>a moment on paper: Tue 17 Nov 2026, 09:12 CST</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single events could not be countersigned when this was compiled: {}</source>
        <extracomment>Hears how many pages of how many are done. The stand-alone check; an installed station has its source beside what was compiled of it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The devices of both boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crossed: each device is counted to the RMA that lists it, and tested there. Not crossed: each stays rejected and is decided on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>No RMA number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, replacement sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldPage</name>
    <message>
        <source>Nothing is typed yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filled</name>
    <message>
        <source>Received {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carton {index} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From package {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swollen, hot, leaking or smoking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept at least until {day} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no RMA number on the package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package goes back as it came, at the partner&apos;s expense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you send it again, ask SmartWitness support for an RMA that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {year}, {clock}</source>
        <comment>a moment on paper: Tue 17 Nov 2026, 09:12 CST</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted; returned as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOverList</name>
    <message>
        <source>Handed over to the carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shipments} shipments, {cartons} cartons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cartons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver&apos;s signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HazardLabel</name>
    <message>
        <source>Keep away from people, heat and other goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANGER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t open or charge it. Isolate it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never by air. Leaves only after a named person has checked packing and marking.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>{}: sign in, lock or sign out (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: go to another screen (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to another screen (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, lock or sign out (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IncompletePage</name>
    <message>
        <source>Not returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the last box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled, it is no longer awaited, and the ticket can end. It waits here until somebody settles it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INCOMPLETE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemDetails</name>
    <message>
        <source>Who pays the freight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which device it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial of the other unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who agreed, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who agreed to the scrapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day on which they agreed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Decision</source>
        <extracomment>The keys of the choices, in their order. What a partner is asked of a device is one of its decisions; these leave it for now. What a decision leads to is read here, in pixels. What is said before anything is filled in; what is only missing still is said when somebody decides.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the decision leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be flagged for ever that you decided on your own work.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found against listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every rule with its facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test steps and their results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TESTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carton: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>SHIP TO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carton {index} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this label flat and in sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FROM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bar code holds this number. Type it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t use, ship or put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QUARANTINE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t open, ship or throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNCLAIMED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COPY</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>LOCKED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan your badge to go on, or press Ctrl+L for name and PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded: {}. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting: scans are kept.</source>
        <extracomment>Of the window&apos;s height: the word of a verdict, a longer answer&apos;s word, why, what to do next, and the distances.
----------
Builds a screen when it is first asked for: the first scan must wait neither for it nor for its import.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving: {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>More</source>
        <extracomment>What each button does, its icon and its key, row by row; the keys work without this page, too.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truck unloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our undeliverable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused at door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>The station can&apos;t start, through a fault of this program. Its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomePage</name>
    <message>
        <source>Digits: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How did it end? You see what follows before it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client will read: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement&apos;s serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan each part, or type them with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it on the replacement itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows from it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackageView</name>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every rule with its facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts and readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read from this package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, by {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reading}, read {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, struck out as an old label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, not sure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackingSlip</name>
    <message>
        <source>Packing slip {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model and serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartBar</name>
    <message>
        <source>Parts of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · {count} more: scan them, or press F5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartToggle</name>
    <message>
        <source>{name}: {count}</source>
        <extracomment>As many toggles as fit below the panel; more parts are ticked by scan, or all at once.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastPage</name>
    <message>
        <source>Earlier decisions with the same reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor must approve this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor: scan your badge or choose your name, then type your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the bench and for decisions: scan your badge or choose your name, then type your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoDesk</name>
    <message>
        <source>No camera is set up. Choose a picture file (F2), or go on without a photo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Waiting for the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep, one more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption, if it needs one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a picture file here, or go on without a photo: scan what comes next, or press Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold it before the camera. A picture file can be dropped here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on scanning keeps it, too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>No photo yet. {} takes one.</source>
        <extracomment>The newest ones; how many there are in all is said beside them.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>&lt; {}</source>
        <extracomment>More than a screen shows needs no decoding; less would have to be asked for again when the window grows. Asks for a photo, to be seen in so much room; the answer comes later.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} &gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>The label printer can&apos;t be reached. Is it on, and on the network? It is tried again.</source>
        <extracomment>A printer says how it stands at once, or never.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label printer does not answer. Is it on, and ready? It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label printer broke off in the middle. It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label printer is out of labels. Put a roll in; it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label printer is open. Close it; it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label printer is out of ribbon. Put one in; it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label printer is paused. Press its PAUSE button; it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version can&apos;t print a document of an older one. Print it anew.</source>
        <extracomment>A printer that is asked to stop in the middle of a document is waited for this long. It has gone through the queue, and rests until it is nudged or tries again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document can&apos;t be printed, through a fault of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is set. It lies in {file}: print it from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no printer named {name}. Add it, or set another; it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not print. Is it on, and has it paper? It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {why}. Make room; it is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintsScreen</name>
    <message>
        <source>Preview: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plates on a roll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plates ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of PDFs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>{} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the bench: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {count} overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits at the bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} for {age}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {steps} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusalPage</name>
    <message>
        <source>Refused at the door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: why was it refused?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>About</source>
        <extracomment>About how wide a letter is; a name that is too wide for its column runs over two lines. What lies on top of each other is told apart without colour.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (goes on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Today</source>
        <extracomment>What the first buttons choose: so many days that end today.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+{}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Undo (F9)</source>
        <extracomment>The page for each kind of case, built when the first one is looked at. The page shows what somebody else has decided, until one goes elsewhere. What was sent to be decided together, to be named where it stays.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space marks a case, {} all that are alike. The right arrow opens a row of several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases that wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the evidence ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the journal ({})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for review: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for review: {left} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {name}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SameBoxBar</name>
    <message>
        <source>Same box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanTape</name>
    <message>
        <source>Last scans</source>
        <extracomment>As many scans as the largest screen shows; older ones are in the journal.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing scanned yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>The search failed. Type it again; if it fails again, call support.</source>
        <extracomment>What is longer is no number, and only slows the field down.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA, ticket, serial, tracking number or partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SerialPair</name>
    <message>
        <source>They differ in: {}</source>
        <extracomment>Longer ones are cut; the journal has them whole.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SerialScanners</name>
    <message>
        <source>The scanner at {} is away: check its cable. It is used again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>SmartWitness USA, LLC · Returns</source>
        <extracomment>Where the sheet&apos;s own matter begins, below its heading.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShippingScreen</name>
    <message>
        <source>Driver&apos;s list: what left today</source>
        <extracomment>What is asked for on a page; what is confirmed is confirmed by one key.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has left today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May leave: {free} · packed: {packed} · must stay: {barred}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Return not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA number on the package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused at the door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers on the package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We did not take this package over. It stays with the carrier, and goes back to its sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the carrier: name, signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For SmartWitness: name, signature</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateRing</name>
    <message>
        <source>READY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the next label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BUSY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on scanning: scans are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT LISTENING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click this window, then scan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StationApp</name>
    <message>
        <source>Put this right, then start the station again.</source>
        <extracomment>How often what ages on the screen is told anew, in milliseconds. The verdict is painted first; what can wait comes this much later, once for all scans of a quick row.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truck of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Every step has its result.</source>
        <extracomment>As many answers as have a place; further ones are given by their digit.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how it ended: F10, or scan the outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, if there is something to say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryTable</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TogetherPage</name>
    <message>
        <source>Cases in one act: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is checked by itself. What can&apos;t be decided stays, and is named. Undo takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the first {} of {}; the others come next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases that are decided together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} (and {count} others the same of theirs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TraceView</name>
    <message>
        <source>Policy version {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule}: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypedNumberPage</name>
    <message>
        <source>Type the RMA number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands on the label. It is recorded as typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnclaimedPage</name>
    <message>
        <source>Whose?</source>
        <extracomment>So many days ago somebody may have agreed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose the box may be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened to the box</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnidentifiedPage</name>
    <message>
        <source>Whose?</source>
        <extracomment>Upholding is F5 and overriding F6 as for every package; to identify it comes first.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose the package may be</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnpackingScreen</name>
    <message>
        <source>How does the carton look?</source>
        <extracomment>A text that is asked for, a command, or a page of its own; with icon and key. What can be done before a carton was looked at, or with no box at all.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More of this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box&apos;s label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands on the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came besides?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bag it with the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bag of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number on its bag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who agreed that it is erased?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name, or the ticket&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do they go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelf or bin. Scan its code, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {} more: see Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Why: every rule with its facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was judged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {word}: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no RMA number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{number}: {word}</source>
        <extracomment>More RMAs than this on one box are counted instead of listed; the trace has them all. Where long sentences would not fit, type shrinks by these shares; below the last it would no longer be read.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SideCard</name>
    <message>
        <source>Not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that its box should hold has come in the other one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dock</name>
    <message>
        <source>Scan a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the RMA barcode, or show it to the camera.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA number on the box? Press F7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the label with the RMA number. None there? Press F7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the next box if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the other number on this box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on scanning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the next label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the review shelf. Don&apos;t open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it apart and keep away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STOP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box stays at {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it the same box as {}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it the same box as before?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Dock</source>
        <extracomment>The icon of each screen; its key is Alt and its place.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shipping</name>
    <message>
        <source>No address yet: F8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · packed: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · changed, pack it anew: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the box, not packed yet: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which carrier has it?</source>
        <extracomment>What leads from the buttons to a field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this number right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who checked packing and marking?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item, plate, box or tracking number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of whoever takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this number is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person&apos;s whole name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner&apos;s courier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier&apos;s numbers have a new form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This carrier gives no check digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the receipt of the partner&apos;s courier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed, waits for a carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May not leave yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} pieces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No box is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the plate of the next box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} was not received at this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive the box at the dock first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box is no return, or was another box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand it to the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box has not been accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan its RMA number at the dock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan each device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carton is whole. Open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the serial number on each device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box is half done. What was counted stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box was done and is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left half done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was counted stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in it was counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan its plate again to add something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the carton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you open it: is it whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole: F5. Damaged: F7. Seal broken: F8. Empty: F11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carton first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was recorded, and nothing was counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how the carton looks, then scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carton damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damage in transit is noted. It is no reason to reject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a photo (Ins), then open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a photo (Ins), then press F12. Call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, or go on scanning: that keeps it, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo stands in the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo could not be saved: is the disk full? Everything else is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the supervisor, then go on scanning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture was taken yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan Photo first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody may have opened it before us. What is in it will be held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was in it. It is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices from this box are counted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STOP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dangerous: swollen, hot, leaking or smoking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it down, set it apart, call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods from this box can go back there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on scanning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A return address needs a name, a street and a city.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is on the RMA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick its parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more of this model is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} was counted before. It is one device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the next device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial is here twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is in the building already, as {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label it and put it on the review shelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is on no accepted RMA of this box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not listed, but {numbers} is. Look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misread? Press F9 and scan again. Else quarantine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From another RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} belongs to {numbers}. The boxes may be crossed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More came than the RMA lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its label stands for the serial number until somebody reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo (Ins), quarantine label, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo (Ins), quarantine label. Look in the other box, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes are crossed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} and {numbers} lie in each other&apos;s boxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo (Ins), quarantine label. A supervisor decides on both at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a photo (Ins) and label it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you note now is of this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} may be: {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan was empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the device&apos;s own serial number, alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too long for a serial number. It was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two in one scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read together: {numbers}. Nothing was counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has characters that no serial number has. It was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the carton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} stands for the carton or its RMA, not for a device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is a model whose devices are listed by serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which device?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device of this box is in hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the device first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of this device are noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the next part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is required and missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look once more in the box. Found? Tick it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a photo (Ins).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the model that stands on it, or scan its digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not its part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not listed for this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note it as an extra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count is a whole number from 0 to 999.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listed it, so its return is not guaranteed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bag it with the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An extra needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal or housing was touched. The device is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damage noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no reason to reject, but it decides later disputes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is what the RMA says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {text}; the RMA says {numbers}. The device is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the review shelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the client&apos;s video is was noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who agreed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video is erased only where the client agreed. No ticket says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type who agreed, or let the client be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device of another box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} came in {numbers}. Say what became of the client&apos;s video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the command, or press Shift+F5 or Shift+F6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RMA has changed. The list shows how the devices stand now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which bag?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card lies in a numbered bag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the bag&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything has come and was looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the devices in their place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, more to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still awaited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, not all came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the supervisor, or scan the plate to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, with gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has looked for everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This badge can&apos;t sign in here. Ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was done at the dock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This label was counted before. Nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service is being asked. Go on scanning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted for this box. Now scan the RMA number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no RMA, serial or tracking number. It was recorded all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That doesn&apos;t fit now. Nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a return: recorded. Hand it to the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own undeliverable: recorded. Hand it to shipping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused at the door: recorded. It stays with the driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truck stamped. The boxes scanned from now on share its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truck unloaded. Boxes get their own time again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for the next box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same box: counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another box: counted on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old label struck out. It no longer counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number on this box: recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box is no return: recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as dangerous. Don&apos;t open it. Call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here? Choose your name, or scan your badge; then the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bench.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk: search and arrivals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last print comes out again, marked COPY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence plates come out of the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command sheet comes out of the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs your PIN. Press Ctrl+L and sign in with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in. Scan your badge, then do this again. A scan is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That belongs to an opened box. Scan Unpack this box first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command is for a device on the bench. Go to the bench first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command is for a case at the review. Go to the review first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command is for a page of the desk. Go to the desk first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number is asked for now. Digits are for a PIN or a measured value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This command is for goods that leave. Go to shipping first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo belongs to this box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture was taken yet. Scan Photo first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last act was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No box is open. Scan its label first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was asked about this box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No truck is stamped. Press Truck arrived when one comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to take back: the last act is too long ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box has no number to strike out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not do this. Ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This badge isn&apos;t known. Ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be recorded. Keep the box aside and call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box is being worked on at another station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start}… ({length} characters)</source>
        <extracomment>The names of the first 32 characters; pictures of them are in few typefaces.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print, read by camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is right.</source>
        <extracomment>What the lists offer, the usual reason first.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I looked at it: it is in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was missing is here now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its serial number was misread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its serial number was found inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner has to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of goodwill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier damaged it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was defective before it travelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair as quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send another unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmartWitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{serial}, {model}, {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its replacement went out meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to the bench.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is counted as this device, and the rules judge it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes back to the bench. The partner pays the repair and the freight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits in this list until the partner has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client is told nothing.</source>
        <extracomment>Decisions on a verdict that turn a device away, and those that let it in.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client reads: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your package for {number} came on {day}, after the RMA&apos;s last day. We accept it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We received your package for {number} on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please answer this ticket: we have a question about your package for {number}. {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your package for {} was empty when we opened it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We received your device {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t accept your device {serial}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t accept your device {serial}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have a question about your device {}. Please answer this ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can repair your device {} at your expense. Please answer our quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you agreed, we repair your device {} at your expense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We will send your device {} back to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We will send you another unit for your device {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have the replacement for your device {}; nothing more is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you agreed, we dispose of your device {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have decided about the freight of your device {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t accept your package for {number}: {why}. It goes back to you at your expense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can&apos;t accept your package for {number}; it does not meet the terms of the RMA. It goes back to you at your expense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing with it: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it came what the RMA does not list: {}. Its return is not guaranteed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was damaged on its way to us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We no longer expect your device {what} on {number}: its time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We no longer expect the rest of your {what} on {number}: its time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could not be handled safely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it shows no RMA number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number on it is not one of our RMA numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number on it is not an RMA that we issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the RMA was cancelled or closed before it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it came after the RMA&apos;s last day, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it came before the RMA was issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything on the RMA had come already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sender is not the partner of the RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} does not list it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its serial number cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device with its serial number had come already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is another model than the one that {} lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more came than {} lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its seals or its housing had been opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts that belong to it are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it came with equipment that {} does not list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was damaged on its way to us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>pattern of a date in a letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote sent: the partner has to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner asked: an answer is to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outcome}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, and its replacement is out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner knows of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support confirmed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The delay was not the partner&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label was damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our data was wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The serial numbers say so.</source>
        <extracomment>What the lists offer, the usual reason first.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner said so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason, see the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was never sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was lost on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crossed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not crossed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second} lie in each other&apos;s boxes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{serial} lies in another RMA&apos;s box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came in {lpn}, the box of {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no accepted RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} lists it: {model}, line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} awaited: {what}. The last day was {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uphold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: what to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: what they said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note: say why you override the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was judged again meanwhile. Look at it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may still come: the last day is not over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has decided this meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own work. Another supervisor must decide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can&apos;t be decided here any more. Look at it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who pays the freight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which device of an RMA it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another device here is this one already. Choose another line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write who agreed to the scrapping, and on which day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is still to come. Write the day on which they agreed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it into the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day that is still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a supervisor who is to decide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whose it is. Type or scan what is found on the box or in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write or scan the shelf it stands on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write who has agreed to pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can&apos;t be abandoned yet: its time is not over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seconds filmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left undecided for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return address taken from the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found on the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose it is, said by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until somebody claims it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to ask around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A claim may have turned up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody pays for the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carton looked at and opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty box looked at by a supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the RMA lists the device now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crossed boxes decided by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest of a line settled: not returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something extra noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something wrong with a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s video noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device judged by the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device decided by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test step done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test ended with an outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freight credited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed for return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left with the carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truck arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truck unloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our undeliverable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused at door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack this box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carton whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listed: bagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card erased, ticket agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card: ask the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No video in the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video in the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video erased, ticket agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video: ask the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retake photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes by ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More in one batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found inside the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fourth choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand on to somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fifth choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next filter or period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as XLSX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print 10 plates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this page: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA number, says the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old label struck out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside for the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same box as another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another box, says the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as dangerous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended: no return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA number present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number well formed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dock was open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replacement sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived after RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender is the partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data is fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by truck stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the carrier&apos;s record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as dangerous: swollen, hot, leaking or smoking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody marked it as swollen, hot, leaking or smoking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printed number {} was read with doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number {} is on the package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA number on the package. Its other numbers point to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA number on the package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no complete RMA number. It may have been misread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong with the number&apos;s form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is no complete RMA number, read twice. Close to it: {near}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no complete RMA number, read twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service doesn&apos;t know {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service gave no answer about {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service couldn&apos;t be asked about {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unknown number on the package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RMA is {state} in data that is {age} old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RMA is {state} since {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RMA is {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created {created}; last day {last}; received {received} {source}; {result}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too close to midnight for the station&apos;s clock to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{late} in data that is {age} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not late: the dock&apos;s days don&apos;t matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dock was closed on the last day ({last}) and open again on {reopened}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dock was open on or after the last day ({}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replacement was already sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replacement was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {received}, before the RMA was created ({created}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {received}, after the RMA was created ({created}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} of {expected} are already here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages before it: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender on the label is not {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender on the label is {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender was not compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The station has not yet fetched all data of the ticket service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is {age} old; the limit is {limit} hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked: no known RMA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data {} old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online · all sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online · {} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · all sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline · {} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day is before the first. Choose a later last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the journal: {} %. Esc stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} could not be saved. Is the disk full, or the file open? Then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report can&apos;t be read. Try again; if it fails again, call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages and their verdicts count on the day of arrival; tests and shipments when they happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why rejected or held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first rule that led to each verdict, as the rules left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices that reached the later point in this period. Half took no longer than the median.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From and to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 of 10 within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits, and how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands now, by the age since arrival, whatever the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the outcomes that end a test. The firmware stands where a test step records it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts on the RMAs of each partner, and what the bench found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions by reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What supervisors decided in this period, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrides by person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of a person&apos;s decisions let through what the rules had not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner and camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of what was read stands on a label; the rest were commands, badges and repeats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor, at the door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor, about a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever claims it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 2 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrival to outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome to shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrival to shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMA not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late, dock was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement already sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived before RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner as keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner at a serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print, read by camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>pattern of a month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>pattern of a date within the year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>pattern of a date in another year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>pattern of a time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one day late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} days late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACCEPT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REJECT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor accepted it: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the receiving shelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop. Don&apos;t open it. Keep away and call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the label once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the number&apos;s barcode, or type the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it on the review shelf. Don&apos;t open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RMAs on this box have different verdicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In time: last day is {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came so close to the end of {} that the clock can&apos;t tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks late, but our data is old: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This RMA was {state} on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It looks closed, but our data is old: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is no complete RMA number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late, but our dock was closed on its last day, {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replacement was already sent for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived before its RMA was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything on this RMA is already here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our data is too old to decide: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived one day late: last day was {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived {days} days late: last day was {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be tested now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device goes back to the client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replacement goes to the client; this device stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is sent: the replacement is out. This device stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is scrapped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor decides what happens to the device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmartWitness pays the freight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner pays the freight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor says who pays the freight: it may be damage in transit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The freight to us is credited to the partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor said so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fault was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not count as defective on receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RMA says that it was defective on receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bench confirmed its fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RMA says it was defective on receipt, and the bench confirmed its fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said where it goes: take the address from the label, or ask the partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {} {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {} {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {} {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a value first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no number that can be read. Write it as 12.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is too large to be measured. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step has no such answer. Choose one of those shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the photo first, or say why there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device here has this number. Scan its item label, or unpack its box first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several devices have this serial number. Scan the item label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device has left the building.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is dangerous. Don&apos;t test it. Call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device was not accepted when its box was unpacked. Ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its RMA was cancelled or closed meanwhile. What was tested stays. Ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no test steps yet. Save it as waiting, and tell support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan its label first: that begins the test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device has its outcome already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This test has no such step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These devices are tested by different steps. Take out those that differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps are still open. Do them, or save the device as waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step failed. Do it again, or choose another outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The final test is not passed. A device that fails it can&apos;t leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what was repaired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device&apos;s RMA isn&apos;t known here now. Wait for the next sync, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the replacement&apos;s serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replacement is sent here. Leave its serial number out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no serial number. Scan the one on the replacement itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the device itself. Scan the replacement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This unit is here as a return. Take one from the stock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This unit failed here before. Take one from the stock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This unit was given out for another device. Take another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An open RMA lists this unit: a client has it. Take one from the stock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We tested your device {} and found no fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We repaired your device {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We confirmed the fault of your device {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fault of your device {} is not covered by the warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your device {} can&apos;t be repaired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repair of your device {} waits for parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replacement of your device {} waits for stock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test of your device {} has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We will send it back to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We will send you a replacement, serial number {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have its replacement already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We will write to you about what happens next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you agreed, we dispose of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We pay the freight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The freight is at your expense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN has four to eight digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That PIN is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has no PIN yet. Ask support to set one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person isn&apos;t known here. Ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody approves their own work. Ask another supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person&apos;s role may not approve this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crossed boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incomplete RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclaimed box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DANGER, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}, overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rests until {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner answered: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner was asked, {age} ago: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest value first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At stake: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At stake: {value} ({devices})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{many} of {model}</source>
        <comment>so many devices of a model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has left already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is packed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has decided that it leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not pass its final test. Bring it back to the bench.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first what became of the client&apos;s video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its replacement went out meanwhile. A supervisor decides anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor must say who pays the freight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no RMA: it stays until somebody agrees to take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said where it goes. Ask the partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to another address than when it was packed. Pack it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else pays than when it was packed. Pack it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its RMA was cancelled meanwhile. That it left is recorded; tell support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in it should have stayed. It left; tell a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tracking number went to the same address before. Check the label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tracking number is on goods for another address too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tracking number came in on a partner&apos;s label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what goes into the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device or package here has this label. Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may not leave yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This goes to another address. Pack it on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else pays for this. Pack it on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dangerous goods: name the person who checked packing and marking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shipment here has this name. Pack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shipment has left already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dangerous goods never go by air. Choose a ground service and say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its RMA was cancelled meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has said where {} goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is dangerous goods, and goes by ground only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask support before it leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the address (F8), or ask the partner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack and mark it. Then somebody checks it: Packing checked (F6).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out and pack anew. Has it gone all the same? F12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket says where it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address stands on the label of its box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the partner&apos;s address: the label has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address was said here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor upheld its rejection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is on {} for {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{carrier} has it: {tracking}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is settled: the partner is told, with {tracking}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One device of {} is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} devices of {number} are still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan what leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list shows what may leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan its item label or plate, or the label of a packed box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} may leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan what goes with it, then Pack it (F5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the box already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} was chosen before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on, or take it out (F4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} does not go with this box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back on its shelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in the box any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan what leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the carrier&apos;s tracking number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands packed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shipment} waits for its carrier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is packed waits; what was only chosen is back on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last act does not count any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with what is on the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goods go to this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box does not fly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with packing, or scan the tracking number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc leads back to the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows is done in your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it still here? Call a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In another box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is in {shipment}. {carrier} took {tracking} on {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shipment} stands packed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No button has the number {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the number of a button, or press one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This left today. A list for each driver is printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shipment} holds {text} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next box (F1), then scan the label of that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is chosen isn&apos;t packed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pack it (F5), then scan the tracking number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which box?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is a carrier&apos;s number, and no box is on the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the box&apos;s own label (SHP-…) first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replacement goes in its place: {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the serial number of the replacement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several devices have the serial number: {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the item label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box on the table does not hold this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan one label after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan was empty. It is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label here is this long: {text}. It is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several codes came at once: {numbers}. Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} looks like one of our labels, and is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no label, serial or tracking number that is known here. It is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the item label, the plate or the label of the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badge unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan another badge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody by this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} does not work here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the badge of whoever checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name, a street and a city are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the address again (F8).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is our dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent back to ourselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the partner&apos;s address (F8).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping is a dock worker&apos;s or a supervisor&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a badge that may. The scan is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the box here, and call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it beside. Next box (F1), then scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not with these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the badge of whoever checked packing and marking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who checked it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By ground?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By ground: F12, or scan it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the right label. Is it right? F12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong label?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again, or choose the carrier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which carrier?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again, or choose the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for a tracking number. Scan the carrier&apos;s label again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is one of our own numbers. Scan the carrier&apos;s tracking number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is no carrier&apos;s that we know. Scan it again, or name the carrier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is another carrier&apos;s. Scan the right label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number has no known form. Scan it again, or write why it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is on goods for another address. Scan the right label, or confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goods came in under this number. Scan the new label, or confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged in transit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hazard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on this RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serial unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serial is here twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged in transit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned to the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased with consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client has to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card in a bag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased: who agreed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{medium}: {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has looked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of the client&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in bag {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fate} ({consent})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}, {fate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still awaited: {count}, {what} first. Last day {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not dangerous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed on an RMA of its box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here only once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The listed model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more than listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal and housing untouched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing speaks against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is swollen, hot, leaking or smoking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its serial number can&apos;t be read; its label stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its serial number is here already: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a {model}; listed is a {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More came than listed: {over} over {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal or housing was touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RMA doesn&apos;t list: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was damaged in transit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another RMA lists it: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA of its box lists it. Nearly the same: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No RMA of its box lists it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has looked for: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing, and not needed: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo of the box {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{caption} ({when})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s before the rejection, from {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s before the override, from {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo&apos;s file is no longer on the disk. Take it again if you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo&apos;s file is damaged. Take it again if you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo&apos;s file can&apos;t be read. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This film is no longer here: its time is over, or its file is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This film&apos;s file was changed: it is not the one that was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This film can&apos;t be shown. Its file is among the originals of the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll of licence plates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarantine label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hazard label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label of an unclaimed box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejection slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refusal slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packing slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can&apos;t be printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} One print waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} {count} prints wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDFs lie in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is set. Prints lie as PDFs in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan Pass or Fail, or press the button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the value and press Enter, or scan its digits and Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the digit of what you see, or press the button.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {place} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it fails, the test may end here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final test: a device that fails it can&apos;t leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any value passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put at {}</source>
        <extracomment>Numbers, names and what people wrote need no words around them.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bag {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agreed by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it reads {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan Photo, or the digit of why there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no camera here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing there to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photo taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}: {passed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was never here before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was here once before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was here {} times before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here}; no fault found: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last time: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last time: {outcome} ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device has left: {when}, with {carrier} {tracking}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps are version {} now; this test keeps {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This RMA was cancelled meanwhile: ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This RMA was closed meanwhile: ask a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connector resoldered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software installed anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleaned and adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged by its user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the warranty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water got in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No parts are made any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part is ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part must be ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replacement in stock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacement is on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test equipment is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: the client must unlock it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test steps for this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan an item label or a serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test of {} begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is in hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test of {} goes on where it was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by the camera and recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is put away. Its label brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch: scan the labels of equal devices, then do the step for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is in the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} is in the batch already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {} is in hand now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: {}. Do it again, go on, or say how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do this step. Earlier results stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value: {}. Scan Enter when it is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the photo …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STOP. {} is dangerous: set it apart, keep away, call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in. Now type your PIN, or scan its digits and Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in. Bench work needs a technician, or a supervisor who approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what follows from it, then save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome was not saved. The test goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved for {}. Undo takes it back for a short time. Scan the next device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An outcome is open. Save it, or scan Put away to leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch shares steps only. Scan one label to give its outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device is in hand. Scan an item label or a serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step has its result. Say how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step asks for another answer. Look at the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is asked for that has digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo could not be saved: is the disk full? Take it again, or go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in this scan. Scan the item label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for a serial number. Scan the item label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several serial numbers in one scan. Scan the item label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bench work needs a technician and the PIN. Give it in the corner, then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be recorded. Keep the device aside and call the supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lapsing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What doesn&apos;t arrive before the dock closes is late when it opens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day comes within three days, and the dock is open before it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than three days are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day is past: what arrives now is late. The latest come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that can still arrive in time, the nearest last day first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replacement has gone out; the old device has not come back. 1 device is owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replacement has gone out; the old devices have not come back. {} devices are owed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{awaited} of {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day, {} owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days, {devices} owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of arrivals comes out of the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracking {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced by {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found on it: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open until {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclaimed, at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packed, still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or scan a number or a part of it, or a partner&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be searched for here: type letters or digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has this in it. Try a shorter part, or another number of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing among the newest has this in it. Type four characters to search everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {}. Type more of it to see fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hand-over comes out of the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes at the bench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipments that left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the site&apos;s day, at this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits here now, and how much of it for more than 5 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 5 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known to be out of order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclaimed: {number} at {place}, since {day}. See the review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is told to the ticket service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal, the ticket service, printer, camera, and unclaimed boxes that need somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet told to the ticket service: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the ticket service: {}. See the review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service&apos;s data has never been complete here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service&apos;s data is of {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is being put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is being written: page {page} of {pages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is written: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is written, with {missing} originals missing or changed: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this case is known here: there is no evidence to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence could not be written. The log says why; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {} of the journal was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {} of the journal doesn&apos;t follow the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {} of the journal is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events {seq} to {until} of the journal are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {} of the journal stands at a wrong place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {} of the journal can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {} of the journal is filed wrongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service has another event {} than the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal&apos;s end is missing: {until} events were sent, {seq} are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service&apos;s signature of event {} doesn&apos;t hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change nothing, keep the data folder, call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal checked: all {} events are as written; none is countersigned yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal checked: all {events} events are as written, countersigned up to {signed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal has not been checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last check of the journal: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is being checked: {} events so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal could not be checked. The log says why; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender can&apos;t be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender doesn&apos;t want it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept as ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scrapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box identified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclaimed box goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclaimed box kept as ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclaimed box scrapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its RMA number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its tracking number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a misread RMA number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the sender&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the sender&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its number was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lists the serial number {matches}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tracking number {matches} was announced for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its number is nearly {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its partner is at {matches}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its partner is called {matches}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} without an RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, {partner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rma} ({state})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the rules then say of that RMA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelf, if it moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelf (scan or write)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no shelf yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays at {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays for the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stands on no shelf yet, {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} stands at {place}, {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} may claim it: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has claimed it in {} days: it may be abandoned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask around for whose it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has claimed it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abandoned, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes back: {who} pays, agreed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} {currency}</source>
        <comment>money: 1,249 USD</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late boxes accepted in 90 days: {late}. Tested without a fault: {sound} of {tested}. Came with extras: {extras}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows yet whose it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner so far: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner by then: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing with the same reasons was decided here before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choice} {many} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same reasons before: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused by the ticket service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: decided. Until {clock} it can be taken back (F9); then it goes. {reads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: decided, and waits to be sent. {reads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: decided, and the ticket service has it. {reads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service refused what was decided of {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided of {} was taken back. The client is told nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} alike: {faults}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} partners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not decided: {}. They stay marked, and say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the RMA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided meanwhile: {word} Nothing is left to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its RMA was cancelled meanwhile: nothing more is awaited or decided here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its RMA was closed meanwhile: nothing more is awaited or decided here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits no longer: what was found since has settled it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ticket service refused this: {word} {why} Decide anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its RMA is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its RMA is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uphold it, and it goes back; only support can open the RMA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it back or scrap it; only support can open the RMA again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{choice}, by {who} at {station}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service doesn&apos;t know this person as a supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was their own work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules have judged it again since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had left already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything had come or was settled already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day was moved, and it may still come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service doesn&apos;t know it any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
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
    <name>CaseView</name>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
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
        <source>Dock commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} · {page} of {pages}</source>
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
        <extracomment>A courier that is asked to stop in the middle of a request is waited for this long.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>{choice} ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note (needed to override)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide (F8)</source>
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
    <name>HeaderBar</name>
    <message>
        <source>Not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dock (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
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
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting: scans are kept.</source>
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
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>There is no photo of this label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo of the label</source>
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
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>All</source>
        <extracomment>A long name is cut, not allowed to push the rest out of sight.</extracomment>
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
        <source>Which verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts that wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for review: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
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
    <message>
        <source>No camera is set up. Scan by hand, or type the number (F2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label photo could not be saved: is the disk full? Packages are still recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the ticket service. Go on scanning.</source>
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
    <message>
        <source>Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is typed yet.</source>
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
    <name>words</name>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already counted</source>
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
        <source>Another reason, see the note.</source>
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
        <source>Somebody has decided this meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was read</source>
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
        <source>ddd d MMM</source>
        <comment>pattern of a date within the year</comment>
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
</context>
</TS>

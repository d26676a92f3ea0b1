package io.sockspec.lab.relay;

import java.time.Duration;

/// What a relay does to the stream towards one of the two hosts it stands between.
public sealed interface Trouble {
    /// The trouble for messages: `delays the stream towards client by 300 ms`.
    ///
    /// @param stream such as `the stream towards client`
    String phrase(String stream);

    /// Whether the relay's segments show that it acted.
    boolean acted(Passage passage);

    /// Every byte leaves `by` later than it came.
    record Delays(Duration by) implements Trouble {
        @Override
        public String phrase(String stream) {
            return "delays " + stream + " by " + by.toMillis() + " ms";
        }

        @Override
        public boolean acted(Passage passage) {
            return passage.carriedData() && passage.heldFirstByte().compareTo(by) >= 0;
        }
    }

    /// What comes together leaves in pieces of at most `lengthBytes`, `apart` in time.
    record Cuts(int lengthBytes, Duration apart) implements Trouble {
        @Override
        public String phrase(String stream) {
            return "cuts " + stream + " into pieces of " + lengthBytes + " bytes, " + apart.toNanos() / 1000
                    + " us apart";
        }

        /// TCP may put pieces together again while its window is full, but not all of them.
        @Override
        public boolean acted(Passage passage) {
            return passage.segmentsOut() > passage.segmentsIn();
        }
    }

    /// Bytes leave at this rate at most, a thousand to the kilobyte.
    record Limits(int kilobytesPerSecond) implements Trouble {
        @Override
        public String phrase(String stream) {
            return "limits " + stream + " to " + kilobytesPerSecond + " kB/s";
        }

        /// Less the tenth of a second in which the relay sends ahead.
        @Override
        public boolean acted(Passage passage) {
            long due = passage.bytesOut() / kilobytesPerSecond - 100;
            return due > 0 && passage.lasted().toMillis() >= due;
        }
    }

    /// After so many bytes the connection is closed.
    record Ends(int afterBytes) implements Trouble {
        @Override
        public String phrase(String stream) {
            return "ends " + stream + " after " + afterBytes + " bytes";
        }

        @Override
        public boolean acted(Passage passage) {
            return passage.bytesOut() == afterBytes && passage.bytesIn() > afterBytes && passage.finished();
        }
    }

    /// After so many bytes the connection is reset.
    record Resets(int afterBytes) implements Trouble {
        @Override
        public String phrase(String stream) {
            return "resets " + stream + " after " + afterBytes + " bytes";
        }

        @Override
        public boolean acted(Passage passage) {
            return passage.bytesOut() == afterBytes && passage.reset();
        }
    }

    /// Takes every byte and passes none on.
    record Holds() implements Trouble {
        @Override
        public String phrase(String stream) {
            return "holds " + stream;
        }

        @Override
        public boolean acted(Passage passage) {
            return passage.bytesIn() > 0 && passage.bytesOut() == 0;
        }
    }

    /// The end of the stream leaves `by` later than it came.
    record EndsLate(Duration by) implements Trouble {
        @Override
        public String phrase(String stream) {
            return "delays the end of " + stream + " by " + by.toMillis() + " ms";
        }

        @Override
        public boolean acted(Passage passage) {
            return passage.heldEnd().compareTo(by) >= 0;
        }
    }
}
